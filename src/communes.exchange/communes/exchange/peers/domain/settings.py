"""The table ``[exchange]`` of ``commune.toml``: with whom, which messages, how long."""

from communes.exchange.messages.domain.kind import NAME as KIND
from communes.exchange.peers.domain.errors import PeerInvalid
from communes.exchange.peers.domain.peer import LOOPBACK
from communes.exchange.peers.domain.peer import Peer
from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True)
class PeerSettings:
    """One peer of one site. Keys are never in a file: a command enters them.

    :raises PeerInvalid: the declaration can not work.
    """

    id: str = field(
        metadata={"doc": "Identifiant dans ce fichier, unique, sans point."},
    )
    site: str = field(
        metadata={
            "doc": "Site qui a ce correspondant : « agents » ou « www ».",
            "min": 1,
        },
    )
    title: str = field(metadata={"doc": "Nom que lisent les agents.", "min": 1})
    address: str = field(
        metadata={
            "doc": "Chemin d'un site de la maison (« /demo/www »), ou adresse de la "
            "boîte de réception (« https://…/@exchange-inbox »)."
        },
    )
    connector: str = field(
        default=LOOPBACK,
        metadata={
            "doc": "Comment l'atteindre : « loopback » dans la maison, « http » "
            "ailleurs, ou le connecteur d'un partenaire."
        },
    )
    name: str = field(
        default="",
        metadata={
            "doc": "Nom convenu, « commune/site » ; vide dans la maison : celui de "
            "l'adresse."
        },
    )
    sends: tuple[str, ...] = field(
        default=(), metadata={"doc": "Genres de messages qu'il peut nous envoyer."}
    )
    receives: tuple[str, ...] = field(
        default=(), metadata={"doc": "Genres de messages qu'il peut recevoir."}
    )

    def __post_init__(self) -> None:
        for kind in (*self.sends, *self.receives):
            if not KIND.fullmatch(kind):
                raise PeerInvalid(
                    name=self.id, problem=f"« {kind} » n'est pas un genre de message"
                )
        self.peer()

    @property
    def peer_name(self) -> str:
        """The name the pair agreed on."""
        own = self.name or (self.address.strip("/") if self._is_near else self.id)
        return own.lower()

    @property
    def _is_near(self) -> bool:
        return self.connector == LOOPBACK

    def peer(self) -> Peer:
        """Return the declaration, without keys.

        :raises PeerInvalid: it can not work.
        """
        return Peer(
            self.peer_name,
            self.title,
            self.connector,
            self.address,
            frozenset(self.sends),
            frozenset(self.receives),
        )


@dataclass(frozen=True)
class ExchangeSettings:
    """Keys of the table ``[exchange]``."""

    retention_days: int = field(
        default=90,
        metadata={
            "doc": "Jours pendant lesquels un message arrivé peut encore être relu ou "
            "renvoyé ; ensuite il n'en reste que le numéro.",
            "min": 7,
            "max": 3650,
        },
    )
    sources: tuple[str, ...] = field(
        default=(),
        metadata={
            "doc": "Sources authentiques que la commune peut lire, par leur nom.",
            "max": 50,
        },
    )
    peers: tuple[PeerSettings, ...] = field(
        default=(), metadata={"doc": "Correspondants des sites.", "max": 200}
    )

    def of_site(self, site_id: str) -> tuple[PeerSettings, ...]:
        """Return the peers of one site."""
        return tuple(one for one in self.peers if one.site == site_id)
