"""What becomes of a content of another site: ours, or a line of the report."""

from collections.abc import Iterable
from communes.core.errors.domain import DomainError
from communes.core.errors.domain import Reason
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.event import wall_of
from communes.web.domain.agenda.occurrences import check_recurrence
from communes.web.domain.errors import BadRecurrence
from communes.web.domain.errors import NoHome
from communes.web.domain.errors import SourceUnreadable
from communes.web.domain.news import News
from communes.web.domain.taking_over.source import Blob
from communes.web.domain.taking_over.source import Source
from dataclasses import dataclass
from datetime import datetime
from datetime import time


@dataclass(frozen=True)
class TextPage:
    """A page of one text; ``folder``: it holds others."""

    id: str
    title: str
    summary: str
    html: str
    folder: bool = False


@dataclass(frozen=True)
class Upload:
    """A file or an image; an image without ``alternative`` is one to complete."""

    id: str
    title: str
    blob: Blob
    alternative: str = ""


Ours = TextPage | News | Event | Upload


@dataclass(frozen=True)
class Taken:
    """Something of ours, and the path it had there: a redirect keeps it found."""

    path: str
    content: Ours
    public: bool
    image: Blob | None = None


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
    match source.kind:
        case "Document" | "Folder" | "Plone Site":
            content: Ours = _page(source)
        case "News Item":
            content = _news(source)
        case "Event":
            content = _event(source)
        case "Image" | "File":
            content = _upload(source)
        case _:
            raise NoHome(name=source.title or source.path, kind=source.kind)
    # Plone publishes files with the folder they are in: they have no state.
    public = source.state in ("published", "")
    image = source.image if not isinstance(content, Upload) else None
    return Taken(source.path, content, public, image)


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
    folder = source.kind != "Document"
    return TextPage(source.uid, source.title, source.description, source.html, folder)


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


def _event(source: Source) -> Event:
    if source.starts is None:
        raise SourceUnreadable(place=source.path, name="start")
    starts = wall_of(source.starts)
    rule, excluded, added = _recurrence(source.recurrence, starts.time())
    ends = None if source.open_end or not source.ends else wall_of(source.ends)
    event = Event(
        source.uid,
        source.title,
        starts,
        source.modified,
        ends,
        source.whole_day,
        rule,
        excluded,
        added,
        description=source.html or source.description,
        location=source.location,
        categories=source.subjects,
    )
    check_recurrence(event)
    return event


Walls = tuple[datetime, ...]


def _recurrence(text: str, at: time) -> tuple[str, Walls, Walls]:
    """Return the rule, and the starts taken away and put besides.

    Plone writes those as midnights: they are days, at the hour of the event.
    """
    parts: dict[str, str] = {}
    for line in text.splitlines():
        name, _colon, value = line.strip().partition(":")
        if name:
            parts[name.partition(";")[0].upper()] = value
    unknown = set(parts) - {"RRULE", "EXDATE", "RDATE"}
    if unknown:
        raise BadRecurrence(field="rule", value=text[:120], place=min(unknown))
    away = _walls(parts.get("EXDATE", ""), at)
    return parts.get("RRULE", ""), away, _walls(parts.get("RDATE", ""), at)


def _walls(text: str, at: time) -> Walls:
    try:
        days = [
            datetime.strptime(one.strip()[:8], "%Y%m%d").date()
            for one in text.split(",")
            if one.strip()
        ]
    except ValueError:
        raise BadRecurrence(field="rule", value=text[:120], place="EXDATE") from None
    return tuple(datetime.combine(day, at) for day in days)
