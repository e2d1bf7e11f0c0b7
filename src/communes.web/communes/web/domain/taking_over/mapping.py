"""What becomes of a content of another site: ours, or a line of the report."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.errors.domain import DomainError
from communes.core.errors.domain import Reason
from communes.web.domain.errors import NoHome
from communes.web.domain.errors import SourceUnreadable
from communes.web.domain.news import News
from communes.web.domain.taking_over.blocks import sections_of_blocks
from communes.web.domain.taking_over.contacts import entry_of
from communes.web.domain.taking_over.happenings import event_of
from communes.web.domain.taking_over.ours import Ours
from communes.web.domain.taking_over.ours import Piece
from communes.web.domain.taking_over.ours import Procedure
from communes.web.domain.taking_over.ours import Taken
from communes.web.domain.taking_over.ours import TextPage
from communes.web.domain.taking_over.ours import Upload
from communes.web.domain.taking_over.smartweb import link_row
from communes.web.domain.taking_over.smartweb import procedure_url
from communes.web.domain.taking_over.smartweb import section_row
from communes.web.domain.taking_over.source import Source
from dataclasses import dataclass
from types import MappingProxyType


_FOLDERS = frozenset({"Folder", "Plone Site", "LRF", "imio.smartweb.Folder"})


@dataclass(frozen=True)
class Outcome:
    """What a site becomes here, and why the rest does not, path by path."""

    taken: tuple[Taken, ...] = ()
    homeless: tuple[tuple[str, Reason], ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()


def mapped(source: Source) -> Taken:
    """Return a content as ours.

    :raises NoHome: nothing of ours is of that kind.
    :raises DomainError: a rule of ours refuses what it is.
    """
    kind = source.kind
    if kind.startswith("imio.smartweb.Section"):
        content: Ours = Piece(source.uid, section_row(source))
    elif kind in _MAKERS:
        content = _MAKERS[kind](source)
    else:
        raise NoHome(name=source.title or source.path, kind=kind)
    # Plone publishes files with the folder they are in: they have no state.
    public = source.state in ("published", "")
    image = source.image if not isinstance(content, Upload) else None
    lost: tuple[Reason, ...] = ()
    if isinstance(content, TextPage):
        _rows, lost = sections_of_blocks(source.given)
    return Taken(source.path, content, public, image, lost)


def outcome(
    sources: Iterable[Source], redirects: Iterable[tuple[str, str]] = ()
) -> Outcome:
    """Return what becomes of all, and of the redirects that lead to what is taken.

    A redirect that leads to another is followed; one in a circle is dropped.
    """
    taken: dict[str, Taken] = {}
    homeless: list[tuple[str, Reason]] = []
    for source in sources:
        try:
            taken[source.path] = mapped(source)
        except DomainError as refused:
            homeless.append((source.path, refused.reason))
    # What stands at a path wins over what once led elsewhere.
    known = {old: new for old, new in redirects if old not in taken}
    kept = [(old, _end_of(old, known)) for old in known]
    return Outcome(
        tuple(taken.values()),
        tuple(homeless),
        tuple((old, new) for old, new in kept if new in taken),
    )


def _end_of(old: str, known: dict[str, str]) -> str:
    seen = {old}
    here = known[old]
    while here in known and here not in seen:
        seen.add(here)
        here = known[here]
    return here


def _page(source: Source) -> TextPage:
    folder = source.kind in _FOLDERS
    sections, _lost = sections_of_blocks(source.given)
    portal = source.kind == "imio.smartweb.PortalPage"
    return TextPage(
        source.uid, source.title, source.description, source.html, folder,
        sections, portal,
    )  # fmt: skip


def _procedure(source: Source) -> Procedure:
    return Procedure(
        source.uid, source.title, source.description, source.html,
        procedure_url(source),
    )  # fmt: skip


def _line(source: Source) -> Piece:
    return Piece(source.uid, link_row(source), line=True)


def _news(source: Source) -> News:
    return News(
        source.uid,
        source.title,
        source.published or source.modified,
        source.modified,
        source.description,
        source.html,
        source.subjects,
        image_text=source.caption,
        expires=source.expires,
    )


def _upload(source: Source) -> Upload:
    blob = source.image if source.kind == "Image" else source.file
    if blob is None:
        raise SourceUnreadable(place=source.path, name=source.kind.lower())
    # A description was written for who does not see; a title is a file's name.
    alternative = source.description if source.kind == "Image" else ""
    return Upload(source.uid, source.title, blob, alternative)


_MAKERS: Mapping[str, Callable[[Source], Ours]] = MappingProxyType(
    {
        "Document": _page,
        "Folder": _page,
        "Plone Site": _page,
        "LRF": _page,
        "imio.smartweb.Folder": _page,
        "imio.smartweb.Page": _page,
        "imio.smartweb.PortalPage": _page,
        "imio.smartweb.Procedure": _procedure,
        "imio.smartweb.BlockLink": _line,
        "imio.directory.Contact": entry_of,
        "News Item": _news,
        "imio.news.NewsItem": _news,
        "Event": event_of,
        "imio.events.Event": event_of,
        "Image": _upload,
        "File": _upload,
    }
)
