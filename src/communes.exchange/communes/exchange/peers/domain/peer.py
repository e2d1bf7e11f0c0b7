"""One peer: where it is, which messages go which way, and the keys of the pair."""

from communes.exchange.messages.domain.kind import NAME as KIND
from communes.exchange.peers.domain.errors import PeerInvalid
from dataclasses import dataclass
from dataclasses import replace
import datetime
import re


NAME = re.compile(r"[a-z0-9][a-z0-9./-]{0,98}[a-z0-9]")
SHORTEST_SECRET = 32
LOOPBACK = "loopback"
HTTP = "http"


@dataclass(frozen=True)
class Key:
    """A secret both sides know; ``id`` is said with each signature.

    ``ends`` is the last day on which it opens anything; None: until it is replaced.
    """

    id: str
    secret: str
    ends: datetime.date | None = None

    def is_valid_on(self, day: datetime.date) -> bool:
        """Whether the key still opens on that day."""
        return self.ends is None or day <= self.ends


@dataclass(frozen=True)
class Peer:
    """One with whom this site exchanges messages.

    ``connector`` names how it is reached: ``loopback`` (``address`` is the path of a
    site of this house), ``http`` (the URL of its inbox), or a partner's connector.
    ``sends`` are the kinds it may send to us, ``receives`` those it may get: least
    rights, both empty by default. Keys are ordered, the first one signs.

    :raises PeerInvalid: the declaration can not work.
    """

    name: str
    title: str
    connector: str
    address: str
    sends: frozenset[str] = frozenset()
    receives: frozenset[str] = frozenset()
    keys: tuple[Key, ...] = ()

    def __post_init__(self) -> None:
        problem = self._problem()
        if problem:
            raise PeerInvalid(name=self.name, problem=problem)

    def _problem(self) -> str:
        if not NAME.fullmatch(self.name):
            return "son nom compte 2 à 100 minuscules, chiffres, points, / ou tirets"
        wrong = [
            kind for kind in self.sends | self.receives if not KIND.fullmatch(kind)
        ]
        if wrong:
            return f"« {sorted(wrong)[0]} » n'est pas un genre de message"
        if self.connector == HTTP and not re.match(r"https?://[^\s/]+", self.address):
            return "son adresse n'est pas une adresse http"
        if self.connector == LOOPBACK and not self.address.startswith("/"):
            return "son adresse n'est pas le chemin d'un site de la maison"
        if any(len(key.secret) < SHORTEST_SECRET for key in self.keys):
            return f"une clé compte au moins {SHORTEST_SECRET} signes"
        if len({key.id for key in self.keys}) < len(self.keys):
            return "deux clés portent le même nom"
        return ""

    def key(self, id: str, day: datetime.date) -> Key | None:
        """Return the key of that id if it opens on that day, else None."""
        found = (one for one in self.keys if one.id == id and one.is_valid_on(day))
        return next(found, None)

    def signing_key(self, day: datetime.date) -> Key | None:
        """Return the first key that opens on that day, else None."""
        return next((one for one in self.keys if one.is_valid_on(day)), None)

    def rotated(self, new: Key, day: datetime.date, overlap_days: int = 7) -> "Peer":
        """Return the peer with a new key that signs from now on.

        The present keys open for ``overlap_days`` more, time for the other side to
        change; those that ended before ``day`` are forgotten.
        """
        last = day + datetime.timedelta(days=overlap_days)
        kept = tuple(
            replace(one, ends=min(one.ends or last, last))
            for one in self.keys
            if one.is_valid_on(day)
        )
        return replace(self, keys=(new, *kept))
