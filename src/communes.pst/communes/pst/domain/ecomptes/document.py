"""A file of eComptes as records, named as the trade says and in the file's order."""

from collections.abc import Iterator
from communes.pst.domain.choices import Institution
from communes.pst.domain.choices import Kind
from communes.pst.domain.money import Article
from communes.pst.domain.money import Projection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


VERSION = "201805V1"


class Status(StrEnum):
    """The states the file knows (Statut)."""

    NOT_BEGUN = "NON_COMMENCE"
    WAITING = "EN_ATTENTE"
    ONGOING = "EN_COURS"
    PROBLEM = "PROBLEME"
    DONE = "TERMINE"
    GIVEN_UP = "ANNULE_ABANDONNE"


class Mode(StrEnum):
    """How a text is written."""

    TEXT = "TEXTE"
    HTML = "HTML"
    RTF = "RTF"


class Civility(StrEnum):
    """The two titles the schema accepts."""

    MR = "MONSIEUR"
    MRS = "MADAME"


@dataclass(frozen=True)
class Text:
    """A text of the file."""

    value: str = ""
    mode: Mode = Mode.TEXT


@dataclass(frozen=True)
class Contact:
    """A person of the file."""

    civility: Civility
    last_name: str
    first_name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Entry:
    """One element of the file, with what stands below it.

    :param id: ElementId, by which the accounts name it on the way back.
    :param year: the accounting year (Exercice).
    :param department: services that manage it; None when the file has none.
    :param line: where it begins in the file it was read from; 0 when it was made.
    """

    kind: Kind
    id: str
    year: int
    title: str
    begins: date | None = None
    ends: date | None = None
    text: Text = Text()
    status: Status = Status.NOT_BEGUN
    responsible: Contact | None = None
    mandatary: Contact | None = None
    department: str | None = None
    progress: Decimal = Decimal(0)
    remark: Text = Text()
    fte: Decimal = Decimal(0)
    plans: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()
    projections: tuple[Projection, ...] = ()
    children: tuple["Entry", ...] = ()
    line: int = 0


@dataclass(frozen=True)
class Document:
    """One file.

    :param id: name of this sending; :param generator: which software made it.
    :param plan_id: IdPST, at most 40 characters.
    """

    id: str
    institution: Institution
    ins: str
    year: int
    generator: str
    plan_id: str
    plan_title: str
    first_year: int
    last_year: int
    parts: tuple[Entry, ...] = ()

    def entries(self) -> Iterator[Entry]:
        """Yield every entry, each before what stands below it."""
        waiting = list(reversed(self.parts))
        while waiting:
            entry = waiting.pop()
            yield entry
            waiting.extend(reversed(entry.children))
