"""The sheet of a service of the commune (CPSV-AP 3.2)."""

from communes.web.domain.errors import NotReady
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal


@dataclass(frozen=True)
class Cost:
    """What is paid, in euros, and when that amount applies."""

    id: str
    amount: Decimal
    condition: str = ""
    validity: str = ""


@dataclass(frozen=True)
class Named:
    """A requirement, a piece to bring, a rule or a result; a rule is described."""

    id: str
    title: str
    description: str = ""


@dataclass(frozen=True)
class Channel:
    """A way to ask; ``kind``: online, counter, mail or phone."""

    id: str
    kind: str
    url: str = ""
    contact: str = ""


@dataclass(frozen=True)
class Authority:
    """The public organisation that answers; ``spatial`` is the URI of where."""

    id: str
    name: str
    spatial: str


@dataclass(frozen=True)
class ServiceSheet:
    """A service as a citizen meets it; ``why_suspended`` is said when it is.

    ``form`` is one of our forms, ``form_url`` one elsewhere: one of both at most;
    ``button`` is what the link to it says. ``delay_note`` says where the delay comes
    from. ``related`` are the ids of other sheets.
    """

    id: str
    title: str
    description: str = ""
    authority: Authority | None = None
    for_whom: str = ""
    conditions: tuple[Named, ...] = ()
    steps: tuple[str, ...] = ()
    pieces: tuple[Named, ...] = ()
    results: tuple[Named, ...] = ()
    costs: tuple[Cost, ...] = ()
    delay: timedelta | None = None
    rules: tuple[Named, ...] = ()
    channels: tuple[Channel, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    related: tuple[str, ...] = ()
    life_events: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    form: str = ""
    form_url: str = ""
    why_suspended: str = ""
    introduction: str = ""
    who_may_ask: str = ""
    delay_note: str = ""
    button: str = ""


def missing_of(sheet: ServiceSheet) -> tuple[str, ...]:
    """Return what CPSV-AP 3.2 or the sheet 2.1 asks for and is not there."""
    authority = sheet.authority
    parts = (
        *sheet.conditions, *sheet.pieces, *sheet.results, *sheet.rules,
    )  # fmt: skip
    ways = sheet.form and sheet.form_url
    checks = (
        (sheet.id.strip(), "l'identifiant"),
        (sheet.title.strip(), "le titre"),
        (sheet.description.strip(), "la description"),
        (authority, "le service responsable"),
        (not authority or authority.name.strip(), "le nom du service responsable"),
        (not authority or authority.spatial, "le territoire du service responsable"),
        (all(one.id and one.title.strip() for one in parts), "un intitulé vide"),
        (all(one.description for one in sheet.rules), "la description d'une règle"),
        (all(one.id for one in sheet.costs), "un identifiant de coût vide"),
        (all(one.id for one in sheet.channels), "un identifiant de canal vide"),
        (all(one.amount >= 0 for one in sheet.costs), "un coût négatif"),
        (not ways, "un seul lien vers le formulaire, au lieu de deux"),
    )
    return tuple(said for there, said in checks if not there)


def refuse_unless_ready(sheet: ServiceSheet) -> None:
    """Let a sheet be published only when machines and people can use it.

    :raises NotReady: it names what is missing.
    """
    missing = missing_of(sheet)
    if missing:
        raise NotReady(name=sheet.title, missing=", ".join(missing))
