"""The door to what takes place: lists by period, next times, files for calendars."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.access.permission import require
from communes.core.public.keeping import kept
from communes.web.content.agenda import IAgenda
from communes.web.domain.agenda.choosing import choices
from communes.web.domain.agenda.choosing import Wanted
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.occurrences import next_of
from communes.web.domain.agenda.occurrences import Occurrence
from communes.web.domain.agenda.occurrences import occurrences
from communes.web.domain.agenda.period import in_period
from communes.web.domain.agenda.period import Period
from communes.web.domain.agenda.period import period
from communes.web.domain.formats.calendar import calendar
from communes.web.domain.formats.site import Site
from communes.web.storage.agenda import agendas_shown
from communes.web.storage.agenda import event_of
from communes.web.storage.agenda import Listed
from communes.web.storage.agenda import listed
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from itertools import islice
from plone import api
from typing import Any


#: More times of one period are no list anybody reads.
MOST_TIMES = 2000
#: How far back a calendar tells what was.
_KEPT = timedelta(days=90)


@dataclass(frozen=True)
class Row:
    """One time of an event in a list, and where the event is."""

    time: Occurrence
    listed: Listed


@dataclass(frozen=True)
class Happenings:
    """What takes place in a period: the rows wanted, and what else one may choose.

    ``choices``: « category » and « audience » -> value -> how many events have it.
    """

    period: Period
    rows: tuple[Row, ...]
    choices: Mapping[str, Mapping[str, int]]


def happenings(
    place: Any, span: str, day: str, wanted: Wanted, now: datetime, today: date
) -> Happenings:
    """Return what takes place in an agenda, or on the whole site, in a period.

    Of what is to come without an end, each event stands once, at its next time; in a
    period, at each of its times. No event is woken.

    :param place: an agenda (those that feed it included), or the site.
    """
    asked = period(span, day, today)
    rows = _rows_of(place, asked)
    events = [one.event for one in rows.values()]
    if asked.last is None:
        found = [next_of(one, now) for one in events]
        times = sorted((one for one in found if one is not None), key=_order)
    else:
        times = [*in_period(events, asked, now, MOST_TIMES)]
    chosen = [one for one in times if wanted.takes(one.event)]
    told = tuple(Row(one, rows[one.event.id]) for one in chosen)
    return Happenings(asked, told, choices(times))


def coming(
    place: Any,
    now: datetime,
    most: int,
    agendas: Sequence[str] = (),
    category: str = "",
) -> tuple[Row, ...]:
    """Return the next events, each once at its next time.

    :param agendas: UIDs of the agendas wanted; none: what ``place`` shows.
    """
    until = now + timedelta(days=2 * 366)
    rows = {one.event.id: one for one in listed(agendas or _sources(place), now, until)}
    wanted = Wanted(category=category)
    found = [next_of(one.event, now) for one in rows.values()]
    times = [one for one in found if one is not None and wanted.takes(one.event)]
    return tuple(
        Row(one, rows[one.event.id]) for one in sorted(times, key=_order)[:most]
    )


def next_times(event: Event, now: datetime, most: int) -> tuple[Occurrence, ...]:
    """Return the times of an event under way or to come."""
    until = now + timedelta(days=5 * 366)
    return tuple(islice(occurrences(event, now, until), most))


def calendar_of(place: Any, title: str, site: Site, now: datetime) -> bytes:
    """Return the events of an agenda, or of the whole site, as iCalendar.

    What is over for three months is left out.
    """
    far = now + timedelta(days=5 * 366)
    rows = _rows(place, now - _KEPT, far)
    events = sorted((one.event for one in rows.values()), key=lambda one: one.id)
    return calendar(title, events, site)


def calendar_of_event(event: Any, site: Site) -> bytes:
    """Return one event as iCalendar.

    :raises MayNot: the user may not see it.
    """
    require("View", event)
    known = event_of(event)
    return calendar(known.title, [known], site)


def rows_of(place: Any, since: datetime, until: datetime) -> Iterable[Listed]:
    """Return the events that may take place in a period, seen by the current user."""
    return _rows(place, since, until).values()


def _rows_of(place: Any, asked: Period) -> dict[str, Listed]:
    """Return the rows of a period; of what is to come, the same for everybody."""
    if asked.last is not None:
        return _rows(place, asked.since, asked.until)
    name = ("web.coming", place.getPhysicalPath(), asked.first)
    return kept(api.portal.get(), name, lambda: _rows(place, asked.since, asked.until))


def _rows(place: Any, since: datetime, until: datetime) -> dict[str, Listed]:
    return {one.event.id: one for one in listed(_sources(place), since, until)}


def _sources(place: Any) -> tuple[str, ...] | None:
    return agendas_shown(place) if IAgenda.providedBy(place) else None


def _order(one: Occurrence) -> tuple[datetime, str]:
    return one.begins, one.event.id
