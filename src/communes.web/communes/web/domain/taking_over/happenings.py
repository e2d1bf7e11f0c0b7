"""Events of another site as ours: walls of the commune's clocks."""

from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.event import wall_of
from communes.web.domain.agenda.occurrences import check_recurrence
from communes.web.domain.errors import BadRecurrence
from communes.web.domain.errors import SourceUnreadable
from communes.web.domain.taking_over.contacts import address_of
from communes.web.domain.taking_over.contacts import place_of
from communes.web.domain.taking_over.source import Source
from datetime import datetime
from datetime import time


def event_of(source: Source) -> Event:
    """Return the event a content is.

    :raises DomainError: its days or its rule can not be.
    """
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
        address=address_of(source.given),
        location=source.location,
        place=place_of(source.given),
        online_url=_said(source, "online_participation"),
        ticket_url=_said(source, "ticket_url"),
        free=source.given.get("free_entry") is True,
        wheelchair=source.given.get("reduced_mobility_facilities") is True,
        categories=source.subjects,
    )
    check_recurrence(event)
    return event


def _said(source: Source, name: str) -> str:
    value = source.given.get(name)
    return value if isinstance(value, str) else ""


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
