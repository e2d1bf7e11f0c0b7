"""What contents of another site become here."""

from communes.core.errors.domain import Reason
from communes.web.domain.agenda.event import Event
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.news import News
from communes.web.domain.taking_over.blocks import Row
from communes.web.domain.taking_over.source import Blob
from dataclasses import dataclass


@dataclass(frozen=True)
class TextPage:
    """A page; ``folder``: it holds others. ``sections`` are rows, after its text."""

    id: str
    title: str
    summary: str
    html: str
    folder: bool = False
    sections: tuple[Row, ...] = ()
    portal: bool = False


@dataclass(frozen=True)
class Procedure:
    """A sheet of a service, and where its form is."""

    id: str
    title: str
    summary: str
    html: str
    form_url: str = ""


@dataclass(frozen=True)
class Piece:
    """A section of the page it stands in, or one line of such a section."""

    id: str
    row: Row
    line: bool = False


@dataclass(frozen=True)
class Upload:
    """A file or an image; an image without ``alternative`` is one to complete."""

    id: str
    title: str
    blob: Blob
    alternative: str = ""


Ours = TextPage | Procedure | Piece | News | Event | DirectoryEntry | Upload


@dataclass(frozen=True)
class Taken:
    """Something of ours, and the path it had there: a redirect keeps it found.

    ``lost`` says which of its parts have no home.
    """

    path: str
    content: Ours
    public: bool
    image: Blob | None = None
    lost: tuple[Reason, ...] = ()
