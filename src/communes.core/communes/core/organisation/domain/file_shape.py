"""How an organisation is written in a file, before it means anything."""

from communes.core.organisation.domain.names import checked_id
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from typing import Literal


CATEGORIES = (
    "commune",
    "cpas",
    "province",
    "zone-de-police",
    "zone-de-secours",
    "intercommunale",
    "rca",
)


@dataclass(frozen=True)
class ServiceRow:
    """One ``[[service]]``."""

    id: str = field(metadata={"doc": "identifiant court du service"})
    title: str = field(metadata={"doc": "nom du service", "min": 1})
    agents: int = field(default=0, metadata={"min": 0})

    def __post_init__(self) -> None:
        """Refuse an id that can not name a group."""
        checked_id(self.id)


@dataclass(frozen=True)
class PersonRow:
    """One ``[[person]]``."""

    id: str = field(metadata={"doc": "identifiant court de la personne"})
    name: str = field(metadata={"doc": "nom et prénom", "min": 1})
    gender: Literal["f", "m", "x", ""] = ""
    user: str = ""

    def __post_init__(self) -> None:
        """Refuse an id that can not stand in an address."""
        checked_id(self.id)


@dataclass(frozen=True)
class MandateRow:
    """One ``[[mandate]]``."""

    person: str = field(metadata={"doc": "identifiant de la personne"})
    body: str = field(metadata={"doc": "identifiant de l'assemblée"})
    role: str = field(metadata={"doc": "fonction", "min": 1})
    precedence: int = field(metadata={"doc": "ordre de préséance", "min": 1})
    starts: date = field(metadata={"doc": "premier jour du mandat"})
    ends: date | None = None
    group: str = ""
    votes: bool = True

    def __post_init__(self) -> None:
        """Refuse a body that can not name a group."""
        checked_id(self.body, "body")


@dataclass(frozen=True)
class MembershipRow:
    """One ``[[membership]]``."""

    user: str = field(metadata={"doc": "identifiant du compte"})
    unit: str = field(metadata={"doc": "service ou assemblée"})
    role: str = field(metadata={"doc": "rôle dans ce service ou cette assemblée"})


@dataclass(frozen=True)
class CollegeSeats:
    """How many seats the college has, when its members are not named."""

    bourgmestre: int = field(default=0, metadata={"min": 0, "max": 1})
    echevins: int = field(default=0, metadata={"min": 0, "max": 15})
    presidence_cpas: int = field(
        default=0, metadata={"key": "presidence-cpas", "min": 0, "max": 1}
    )


@dataclass(frozen=True)
class ConseilSeats:
    """How many councillors sit, those of the college included, and their groups."""

    conseillers: int = field(default=0, metadata={"min": 0, "max": 60})
    groups: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class OrganisationFile:
    """The whole file. ``mandates_from`` dates the seats that are only counted."""

    name: str = field(metadata={"doc": "nom de l'administration", "min": 1})
    nis: str = field(metadata={"doc": "code NIS", "min": 5, "max": 5})
    category: str = field(default="commune", metadata={"choices": CATEGORIES})
    inhabitants: int = field(default=0, metadata={"min": 0})
    languages: tuple[str, ...] = field(default=("fr",), metadata={"min": 1})
    postal_codes: tuple[str, ...] = ()
    mandates_from: date | None = None
    service: tuple[ServiceRow, ...] = ()
    person: tuple[PersonRow, ...] = ()
    mandate: tuple[MandateRow, ...] = ()
    membership: tuple[MembershipRow, ...] = ()
    college: CollegeSeats = CollegeSeats()
    conseil: ConseilSeats = ConseilSeats()
