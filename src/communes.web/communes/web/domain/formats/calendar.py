"""Events for calendars: iCalendar (RFC 5545, RFC 7986)."""

from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.formats.domain.content_lines import document
from communes.core.formats.domain.content_lines import escaped
from communes.core.formats.domain.content_lines import escaped_lines
from communes.core.formats.domain.content_lines import utc_text
from communes.core.formats.domain.plain import plain
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.event import EventStatus
from communes.web.domain.clock import moment_of
from communes.web.domain.formats.site import Site
from communes.web.domain.recurrence.days import end_of
from communes.web.domain.recurrence.rule import read_rule
from communes.web.domain.recurrence.rule import Rule
from communes.web.domain.recurrence.rule import Until
from communes.web.domain.recurrence.rule import write_rule
from dataclasses import replace
from datetime import datetime
from datetime import UTC


_ZONE = "Europe/Brussels"
#: The rule of the Union since 1996 (directive 2000/84/EC), as RFC 5545 writes it.
_VTIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE}",
    "BEGIN:DAYLIGHT",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_STATUS = {
    EventStatus.PLANNED: "CONFIRMED",
    EventStatus.POSTPONED: "TENTATIVE",
    EventStatus.CANCELLED: "CANCELLED",
}


def calendar(title: str, events: Iterable[Event], site: Site) -> bytes:
    """Return events as a calendar; one event is a calendar of one."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//communes//web//FR"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(title)}"]
    lines += [f"NAME:{escaped(title)}", *_VTIMEZONE]
    for one in events:
        lines += _event(one, site)
    return document([*lines, "END:VCALENDAR"])


def _event(event: Event, site: Site) -> Iterator[str]:
    url = site.url("events", event.id)
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@{site.host}"
    yield f"DTSTAMP:{utc_text(event.modified)}"
    yield f"LAST-MODIFIED:{utc_text(event.modified)}"
    yield f"SEQUENCE:{event.version}"
    yield f"DTSTART{_wall(event, event.first)}"
    if event.whole_day or event.ends is not None:
        yield f"DTEND{_wall(event, event.first + event.length)}"
    if event.rule:
        yield f"RRULE:{write_rule(_rule(event))}"
    for one in sorted(event.walls_of(event.excluded)):
        yield f"EXDATE{_wall(event, one)}"
    for one in sorted(event.walls_of(event.added)):
        yield f"RDATE{_wall(event, one)}"
    yield f"SUMMARY:{escaped(event.title)}"
    if event.description:
        yield f"DESCRIPTION:{escaped_lines(plain(event.description))}"
    where = ", ".join(part for part in (event.location, event.address.line) if part)
    if where:
        yield f"LOCATION:{escaped(where)}"
    if event.place:
        yield f"GEO:{event.place.latitude:.6f};{event.place.longitude:.6f}"
    if event.categories:
        yield f"CATEGORIES:{','.join(escaped(one) for one in event.categories)}"
    yield f"STATUS:{_STATUS[event.status]}"
    yield f"URL:{url}"
    yield "END:VEVENT"


def _wall(event: Event, wall: datetime) -> str:
    day = f"{wall.year:04}{wall:%m%d}"
    if event.whole_day:
        return f";VALUE=DATE:{day}"
    return f";TZID={_ZONE}:{day}T{wall:%H%M%S}"


def _rule(event: Event) -> Rule:
    """Return the rule with its end in the shape RFC 5545 asks of that start.

    A day beside days; a moment in UTC beside a wall with its zone.
    """
    rule = read_rule(event.rule)
    if rule.until is None:
        return rule
    last = end_of(rule, event.first)
    if event.whole_day:
        return replace(rule, until=Until(last, whole_day=True))
    moment = moment_of(last).astimezone(UTC).replace(tzinfo=None)
    return replace(rule, until=Until(moment, utc=True))
