"""Calendars of others (RFC 5545) as values of our events."""

from collections.abc import Iterator
from communes.core.errors.domain import DomainError
from communes.core.formats.domain.plain import plain
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.event import wall_of
from communes.web.domain.agenda.occurrences import check_recurrence
from communes.web.domain.clock import BRUSSELS
from communes.web.domain.taken import CalendarUnreadable
from communes.web.domain.taken import MOST_THINGS
from communes.web.domain.taken import NothingToShow
from communes.web.domain.taken import OtherZone
from communes.web.domain.taken import refuse_weight
from communes.web.domain.taken import Taken
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from icalendar import Calendar
from icalendar import Component
from typing import Any


_KIND = "un calendrier iCalendar"
_DAY = timedelta(days=1)
_STATUS = {"CANCELLED": "cancelled"}


def read_calendar(data: bytes) -> list[Taken]:
    """Return the events of a calendar; each that can not be taken says why.

    A single time that was moved becomes an event of its own, and is taken away from
    those of its rule.

    :raises CalendarUnreadable: it is no calendar, too large, or has too many events.
    """
    refuse_weight(data, _KIND)
    try:
        calendar = Calendar.from_ical(data)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise _unreadable("ce n'est pas un fichier .ics entier") from error
    if not isinstance(calendar, Component) or calendar.name != "VCALENDAR":
        raise _unreadable("il ne commence pas par VCALENDAR")
    found = calendar.walk("VEVENT")
    if len(found) > MOST_THINGS:
        raise _unreadable(f"il a plus de {MOST_THINGS} événements")
    moved = _moved(found)
    return [_taken(number, one, moved) for number, one in enumerate(found, 1)]


def _moved(found: list[Any]) -> dict[str, list[Any]]:
    """Return UID -> the times that are told apart from the rule."""
    rows: dict[str, list[Any]] = {}
    for one in found:
        if "RECURRENCE-ID" in one:
            rows.setdefault(str(one.get("UID", "")), []).append(one["RECURRENCE-ID"].dt)
    return rows


def _taken(number: int, one: Any, moved: dict[str, list[Any]]) -> Taken:
    title = plain(str(one.get("SUMMARY", ""))).strip()[:255]
    uid = str(one.get("UID", ""))
    key = uid
    if "RECURRENCE-ID" in one:
        key = f"{uid}#{one['RECURRENCE-ID'].dt.isoformat()}"
    try:
        values = _values(one, title, () if key != uid else moved.get(uid, ()))
        _check(values)
    except DomainError as refused:
        return Taken(number, key, title or uid[:80], {}, refused.reason)
    return Taken(number, key, title, values)


def _values(one: Any, title: str, moved: Any) -> dict[str, object]:
    if not title or not one.get("UID") or "DTSTART" not in one:
        missing = "titre" if not title else "identifiant ou de date"
        raise NothingToShow(name=title or "?", missing=missing)
    start = one["DTSTART"].dt
    whole_day = not isinstance(start, datetime)
    rule = one["RRULE"].to_ical().decode() if "RRULE" in one else ""
    if rule and not whole_day:
        _refuse_other_zone(start, title)
    return {
        "title": title,
        "description": plain(str(one.get("DESCRIPTION", ""))).strip()[:600],
        "event_starts": _wall(start),
        "event_ends": _end(one, start, whole_day),
        "whole_day": whole_day,
        "rule": rule,
        "excluded": tuple(sorted({*_walls(one, "EXDATE"), *map(_wall, moved)})),
        "added": tuple(sorted(set(_walls(one, "RDATE")))),
        "location": plain(str(one.get("LOCATION", ""))).strip()[:255],
        "status": _STATUS.get(str(one.get("STATUS", "")), "planned"),
    }


def _end(one: Any, start: Any, whole_day: bool) -> datetime | None:
    if "DTEND" in one:
        end = _wall(one["DTEND"].dt)
    elif "DURATION" in one:
        end = _wall(start + one["DURATION"].dt)
    else:
        return None
    # The end of whole days is the day after the last.
    return max(end - _DAY, _wall(start)) if whole_day else end


def _walls(one: Any, name: str) -> Iterator[datetime]:
    rows = one.get(name, [])
    for row in rows if isinstance(rows, list) else [rows]:
        for each in row.dts:
            if isinstance(each.dt, date):
                yield _wall(each.dt)


def _wall(moment: date) -> datetime:
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    wall = wall_of(moment) if moment.tzinfo else moment
    return wall.replace(second=0, microsecond=0)


def _refuse_other_zone(start: datetime, title: str) -> None:
    """Refuse a recurrence by clocks that do not move with ours: each time would err."""
    zone = start.tzinfo
    if zone is None:
        return
    for month in (1, 7):
        # By way of UTC: zones of pytz are not made to be put on a wall.
        moment = datetime(start.year, month, 15, 12, tzinfo=UTC)
        theirs = moment.astimezone(zone).utcoffset()
        if theirs != moment.astimezone(BRUSSELS).utcoffset():
            raise OtherZone(name=title, zone=str(zone)[:60])


def _check(values: dict[str, Any]) -> None:
    """Refuse what the rules of events refuse, before anything is written."""
    check_recurrence(
        Event(
            "new",
            str(values["title"]),
            values["event_starts"],
            datetime(2000, 1, 1, tzinfo=UTC),
            values["event_ends"],
            values["whole_day"],
            values["rule"],
            values["excluded"],
            values["added"],
        )
    )


def _unreadable(problem: str) -> CalendarUnreadable:
    return CalendarUnreadable(field="file", kind=_KIND, problem=problem)
