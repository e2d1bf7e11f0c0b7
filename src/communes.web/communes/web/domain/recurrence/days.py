"""The walls of a rule, from any day on, without those before.

Our own expansion and not python-dateutil's: it begins at the period that is asked for
and never looks beyond the last (docs/decisions/0026-recurrences-day-by-day.md).
"""

from calendar import monthrange
from collections.abc import Iterator
from communes.web.domain.clock import BRUSSELS
from communes.web.domain.clock import exists
from communes.web.domain.recurrence.rule import Frequency
from communes.web.domain.recurrence.rule import Rule
from communes.web.domain.recurrence.rule import Weekday
from datetime import date
from datetime import datetime
from datetime import UTC


_WEEK = 7


def walls(
    rule: Rule, start: datetime, since: datetime, until: datetime
) -> Iterator[datetime]:
    """Yield the walls of a rule from ``since`` to ``until``, both included, in order.

    :param start: the first wall there may be, without zone (DTSTART).

    A wall the clocks jump over is none, and does not count (RFC 5545, 3.3.10).
    """
    last = min(until, end_of(rule, start))
    # What is counted is counted from the first.
    begin = start if rule.count is not None else max(start, since)
    left = rule.count
    number = _period_of(rule, start.date(), begin.date())
    while (days := _days(rule, start.date(), number, last.date())) is not None:
        number += 1
        for day in days:
            wall = datetime.combine(day, start.time())
            if wall < start or wall > last or not exists(wall):
                continue
            if left is not None:
                if not left:
                    return
                left -= 1
            if wall >= since:
                yield wall


def end_of(rule: Rule, start: datetime) -> datetime:
    """Return the last wall a rule allows."""
    end = rule.until
    if end is None:
        return datetime.max
    if end.whole_day:
        return datetime.combine(end.wall.date(), start.time())
    if not end.utc:
        return end.wall
    # A moment the calendar of walls can not hold is one that never comes.
    if end.wall.year >= date.max.year:
        return datetime.max
    moment = end.wall.replace(tzinfo=UTC)
    return moment.astimezone(BRUSSELS).replace(tzinfo=None, fold=0)


def _period_of(rule: Rule, start: date, day: date) -> int:
    """Return the number of the last period of the rule that begins by a day."""
    match rule.frequency:
        case Frequency.DAILY:
            passed = (day - start).days
        case Frequency.WEEKLY:
            first = _week_of(start, rule.week_start)
            passed = (_week_of(day, rule.week_start) - first) // _WEEK
        case Frequency.MONTHLY:
            passed = _month_number(day) - _month_number(start)
        case Frequency.YEARLY:
            passed = day.year - start.year
    return passed // rule.interval


def _days(rule: Rule, start: date, number: int, last: date) -> list[date] | None:
    """Return the days of one period that fit the rule; None when it is past."""
    passed = number * rule.interval
    match rule.frequency:
        case Frequency.DAILY:
            first, length = start.toordinal() + passed, 1
        case Frequency.WEEKLY:
            first = _week_of(start, rule.week_start) + passed * _WEEK
            length = _WEEK
        case Frequency.MONTHLY:
            first, length = _month(_month_number(start) + passed)
        case Frequency.YEARLY:
            first, length = _year(start.year + passed)
    if first > last.toordinal():
        return None
    end = min(first + length, date.max.toordinal() + 1)
    # A period may begin before the calendar does.
    days = [date.fromordinal(one) for one in range(max(first, 1), end)]
    return _chosen([one for one in days if _fits(rule, start, one)], rule.positions)


def _fits(rule: Rule, start: date, day: date) -> bool:
    months, month_days, weekdays = rule.months, rule.month_days, rule.weekdays
    if not month_days and not weekdays:
        # What the rule does not say is as the start has it.
        if rule.frequency is Frequency.WEEKLY:
            weekdays = (Weekday(start.weekday()),)
        elif rule.frequency is not Frequency.DAILY:
            month_days = (start.day,)
            if rule.frequency is Frequency.YEARLY and not months:
                months = (start.month,)
    if months and day.month not in months:
        return False
    if month_days and not {day.day, day.day - _length(day) - 1} & set(month_days):
        return False
    within_year = rule.frequency is Frequency.YEARLY and not months
    return not weekdays or any(_is_nth(one, day, within_year) for one in weekdays)


def _is_nth(one: Weekday, day: date, within_year: bool) -> bool:
    if day.weekday() != one.day:
        return False
    if not one.nth:
        return True
    if within_year:
        place = day.timetuple().tm_yday
        length = 366 if _length(date(day.year, 2, 1)) == 29 else 365
    else:
        place, length = day.day, _length(day)
    return one.nth in ((place + 6) // _WEEK, -((length - place + _WEEK) // _WEEK))


def _chosen(days: list[date], positions: tuple[int, ...]) -> list[date]:
    if not positions:
        return days
    size = len(days)
    places = {one - 1 if one > 0 else size + one for one in positions}
    return [day for place, day in enumerate(days) if place in places]


def _week_of(day: date, week_start: int) -> int:
    return day.toordinal() - (day.weekday() - week_start) % _WEEK


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(number: int) -> tuple[int, int]:
    if number // 12 > date.max.year:
        return date.max.toordinal() + 1, 0
    first = date(number // 12, number % 12 + 1, 1)
    return first.toordinal(), _length(first)


def _year(year: int) -> tuple[int, int]:
    if year > date.max.year:
        return date.max.toordinal() + 1, 0
    return date(year, 1, 1).toordinal(), 365 + (_length(date(year, 2, 1)) == 29)


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]
