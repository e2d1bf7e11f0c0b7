"""Periods people ask an agenda for: today, the week-end, a day, a week, a month."""

from collections.abc import Iterable
from communes.core.parts.domain.writing import date_in_words
from communes.core.parts.domain.writing import long_date
from communes.core.parts.domain.writing import MONTHS
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.occurrences import FURTHEST
from communes.web.domain.agenda.occurrences import Occurrence
from communes.web.domain.agenda.occurrences import occurrences
from communes.web.domain.clock import moment_of
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from enum import StrEnum
from heapq import merge
from itertools import islice


_SATURDAY, _WEEK = 5, 7
#: Calendars of people end somewhere; an address may ask for anything.
_FIRST_YEAR, _LAST_YEAR = 1970, 2100


class Span(StrEnum):
    """What an address may ask for; ``COMING`` has no end."""

    COMING = "a-venir"
    TODAY = "aujourdhui"
    WEEKEND = "week-end"
    DAY = "jour"
    WEEK = "semaine"
    MONTH = "mois"


@dataclass(frozen=True)
class Period:
    """Days from ``first`` to ``last``, both included; without ``last``, all to come."""

    span: Span
    first: date
    last: date | None

    @property
    def since(self) -> datetime:
        """The moment its first day begins."""
        return moment_of(datetime.combine(self.first, time()))

    @property
    def until(self) -> datetime:
        """The moment after its last day; five years on when it has none."""
        if self.last is None:
            return self.since + FURTHEST
        return moment_of(datetime.combine(self.last + timedelta(days=1), time()))

    @property
    def title(self) -> str:
        """Its days in words; empty when it has no end."""
        if self.last is None:
            return ""
        if self.span is Span.MONTH:
            return f"{MONTHS[self.first.month - 1]} {self.first.year}"
        if self.first == self.last:
            return long_date(self.first)
        return f"du {date_in_words(self.first)} au {date_in_words(self.last)}"


def period(span: str, day: str, today: date) -> Period:
    """Return the period an address asks for; what it can not mean is all to come.

    :param day: ``2026-11-23``, a day of the period; anything else is today.
    """
    known = Span(span) if span in set(Span) else Span.COMING
    here = _day(day, today)
    if known is Span.COMING:
        return Period(known, today, None)
    if known is Span.TODAY:
        return Period(known, today, today)
    if known is Span.WEEKEND:
        return _weekend(today)
    if known is Span.WEEK:
        monday = here - timedelta(days=here.weekday())
        return Period(known, monday, monday + timedelta(days=_WEEK - 1))
    if known is Span.MONTH:
        return Period(known, here.replace(day=1), _end_of_month(here))
    return Period(known, here, here)


def around(one: Period) -> tuple[date, date] | None:
    """Return a day of the period before and of the one after; None for the others."""
    if one.last is None or one.span not in (Span.DAY, Span.WEEK, Span.MONTH):
        return None
    return one.first - timedelta(days=1), one.last + timedelta(days=1)


def in_period(
    events: Iterable[Event], one: Period, now: datetime, most: int
) -> tuple[Occurrence, ...]:
    """Return the times within a period, the first first.

    A period that has no end begins now, but what began today is still today's.
    """
    until = one.until
    lists = [occurrences(each, one.since, until) for each in events]
    ordered = merge(*lists, key=lambda each: (each.begins, each.event.id))
    if one.last is None:
        ordered = iter(each for each in ordered if each.over > now)
    return tuple(islice(ordered, most))


def _weekend(today: date) -> Period:
    """Return the week-end under way or to come; on Sunday, what is left of it."""
    away = _SATURDAY - today.weekday()
    first = today if away < 0 else today + timedelta(days=away)
    last = first + timedelta(days=_WEEK - 1 - first.weekday())
    return Period(Span.WEEKEND, first, last)


def _end_of_month(day: date) -> date:
    after = day.replace(day=28) + timedelta(days=4)
    return after - timedelta(days=after.day)


def _day(text: str, today: date) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return today
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else today
