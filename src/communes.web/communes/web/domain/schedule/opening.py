"""Whether a place is open now, until when, and what a day's hours are."""

from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.deadlines.domain.holidays import public_holidays
from communes.web.domain.clock import first_passing
from communes.web.domain.clock import last_passing
from communes.web.domain.clock import local
from communes.web.domain.schedule.record import Interval
from communes.web.domain.schedule.record import OpeningHours
from communes.web.domain.schedule.record import Schedule
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta


_DAY = timedelta(days=1)
#: How far the next opening is looked for: a place that opens once a year is found.
FURTHEST = timedelta(days=400)
Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class DayPlan:
    """The hours of one day, and why they are not the usual ones."""

    day: date
    intervals: tuple[Interval, ...]
    by_appointment: tuple[Interval, ...] = ()
    comment: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Answer:
    """Open now or not; ``change`` is when that ends, None beyond ``FURTHEST``.

    ``reason`` says why today is unlike other days (a closing, a public holiday).
    """

    open: bool
    change: datetime | None
    by_appointment: bool = False
    reason: str = ""


def plan_of(hours: OpeningHours, day: date) -> DayPlan:
    """Return the hours of a day: exception, public holiday, dated schedule, default.

    The first that says something about the day decides. Of exceptions and of dated
    schedules that meet, the one of fewest days decides.
    """
    special = [one for one in hours.exceptions if one.covers(day)]
    if special:
        one = min(special, key=lambda found: (found.last - found.first, found.label))
        return DayPlan(day, one.intervals, reason=one.label)
    holiday = public_holidays(day.year).get(day)
    if holiday and hours.closed_on_holidays:
        return DayPlan(day, (), reason=holiday)
    usual = _in_force(hours, day, by_appointment=False)
    called = _in_force(hours, day, by_appointment=True)
    week = usual.week[day.weekday()] if usual else None
    other = called.week[day.weekday()] if called else None
    return DayPlan(
        day,
        week.intervals if week else (),
        other.intervals if other else (),
        (week.comment if week else "") or (other.comment if other else ""),
    )


def _in_force(
    hours: OpeningHours, day: date, *, by_appointment: bool
) -> Schedule | None:
    found = [
        one
        for one in hours.schedules
        if one.by_appointment is by_appointment and one.covers(day)
    ]
    return min(found, key=lambda one: (one.length, one.name), default=None)


def answer_at(hours: OpeningHours, now: datetime) -> Answer:
    """Return whether a place is open at a moment, and when that changes.

    An opening belongs to the day it begins: a bar open till two is open at one on a
    day that is closed. Hours that the change of clocks repeats are open through.

    :param now: with its zone.
    """
    today = local(now).date()
    plan = plan_of(hours, today)
    spans = merged(_spans(hours, today - _DAY, today + FURTHEST))
    change: datetime | None = None
    for start, end in spans:
        if end <= now:
            continue
        if start <= now:
            limit = local(now) + FURTHEST
            return Answer(True, end if end < limit else None, reason=plan.reason)
        change = start
        break
    return Answer(False, change, _called(hours, now), plan.reason)


def is_open(hours: OpeningHours, now: datetime) -> bool:
    """Tell whether a place is open at a moment."""
    today = local(now).date()
    return any(start <= now < end for start, end in _spans(hours, today - _DAY, today))


def last_change(hours: OpeningHours, now: datetime) -> datetime | None:
    """Return when a place last opened or closed, of today and yesterday; None if not.

    Pages that say « ouvert » differ when it does.
    """
    today = local(now).date()
    spans = merged(_spans(hours, today - 2 * _DAY, today))
    past = [moment for span in spans for moment in span if moment <= now]
    return max(past, default=None)


def next_change(hours: OpeningHours, now: datetime) -> datetime | None:
    """Return when a place opens or closes next, of today and tomorrow; None if not.

    Unlike ``answer_at`` it looks no further: that is enough to know how long a page
    stays true, and costs nothing for a place that is never open.
    """
    today = local(now).date()
    spans = merged(_spans(hours, today - _DAY, today + _DAY))
    coming = (moment for span in spans for moment in span if moment > now)
    return min(coming, default=None)


def merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in order, those that touch as one."""
    held: Span | None = None
    for start, end in spans:
        if held and start <= held[1]:
            held = (held[0], max(held[1], end))
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _called(hours: OpeningHours, now: datetime) -> bool:
    today = local(now).date()
    return any(
        start <= now < end
        for day in (today - _DAY, today)
        for start, end in _moments(day, plan_of(hours, day).by_appointment)
    )


def _spans(hours: OpeningHours, first: date, last: date) -> Iterator[Span]:
    day = first
    while day <= last:
        yield from _moments(day, plan_of(hours, day).intervals)
        day += _DAY


def _moments(day: date, intervals: tuple[Interval, ...]) -> Iterator[Span]:
    for one in intervals:
        start, end = first_passing(day, one.opens), last_passing(day, one.end)
        # The whole of it may fall into the hour that the clocks jump over.
        if start < end:
            yield start, end
