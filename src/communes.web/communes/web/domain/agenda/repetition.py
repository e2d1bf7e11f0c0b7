"""How often an event comes back, as a form asks it: a rhythm, days, an end."""

from communes.web.domain.errors import BadRecurrence
from communes.web.domain.recurrence.rule import Frequency
from communes.web.domain.recurrence.rule import read_rule
from communes.web.domain.recurrence.rule import Rule
from communes.web.domain.recurrence.rule import Until
from communes.web.domain.recurrence.rule import Weekday
from communes.web.domain.recurrence.rule import write_rule
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from enum import StrEnum


class Rhythm(StrEnum):
    """What a form offers; ``MONTHLY_WEEKDAY`` is « le 2e samedi du mois »."""

    NONE = ""
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    MONTHLY_WEEKDAY = "monthly_weekday"
    YEARLY = "yearly"


RHYTHMS = {
    Rhythm.NONE: "Ne se répète pas",
    Rhythm.DAILY: "Chaque jour",
    Rhythm.WEEKLY: "Chaque semaine",
    Rhythm.MONTHLY: "Chaque mois, à la même date",
    Rhythm.MONTHLY_WEEKDAY: "Chaque mois, le même jour de la semaine",
    Rhythm.YEARLY: "Chaque année, à la même date",
}
_FREQUENCIES = {
    Rhythm.DAILY: Frequency.DAILY,
    Rhythm.WEEKLY: Frequency.WEEKLY,
    Rhythm.MONTHLY: Frequency.MONTHLY,
    Rhythm.MONTHLY_WEEKDAY: Frequency.MONTHLY,
    Rhythm.YEARLY: Frequency.YEARLY,
}
#: A fifth Saturday is missing from most months: one means the last.
_LAST = 5


@dataclass(frozen=True)
class Repetition:
    """``weekdays`` (Monday 0) are of a weekly rhythm; none: the day it begins.

    ``until`` is the last day there may be a time; ``count`` how many times there are;
    without both it goes on.
    """

    rhythm: Rhythm = Rhythm.NONE
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    until: date | None = None
    count: int | None = None


def rule_of(asked: Repetition, starts: datetime) -> str:
    """Return the rule of an event that begins then; empty when it does not repeat.

    :raises BadRecurrence: a number is out of range, or there are two ends.
    """
    if asked.rhythm is Rhythm.NONE:
        return ""
    if asked.until is not None and asked.until < starts.date():
        place = "fin avant le début"
        raise BadRecurrence(field="until", value=f"{asked.until:%d/%m/%Y}", place=place)
    until = None
    if asked.until is not None:
        until = Until(datetime.combine(asked.until, time()), whole_day=True)
    weekdays: tuple[Weekday, ...] = ()
    if asked.rhythm is Rhythm.WEEKLY:
        weekdays = tuple(Weekday(one) for one in sorted(set(asked.weekdays)))
    elif asked.rhythm is Rhythm.MONTHLY_WEEKDAY:
        weekdays = (Weekday(starts.weekday(), nth_of_month(starts.date())),)
    frequency = _FREQUENCIES[asked.rhythm]
    text = write_rule(Rule(frequency, asked.interval, asked.count, until, weekdays))
    # Read back: what a form gives is checked by the same rules as any other rule.
    read_rule(text)
    return text


def repetition_of(text: str, starts: datetime) -> Repetition | None:
    """Return what a form shows of a rule, None when a form can not say it.

    Such a rule came from another calendar: it is kept as it is, and told in words.
    """
    if not text:
        return Repetition()
    rule = read_rule(text)
    if rule.months or rule.month_days or rule.positions or rule.week_start:
        return None
    rhythm = _rhythm(rule, starts)
    if rhythm is None:
        return None
    until = _last_day(rule.until) if rule.until else None
    days = tuple(one.day for one in rule.weekdays) if rhythm is Rhythm.WEEKLY else ()
    return Repetition(rhythm, rule.interval, days, until, rule.count)


def _rhythm(rule: Rule, starts: datetime) -> Rhythm | None:
    if rule.frequency is Frequency.WEEKLY:
        return Rhythm.WEEKLY
    if rule.frequency is Frequency.MONTHLY and rule.weekdays:
        same = (Weekday(starts.weekday(), nth_of_month(starts.date())),)
        return Rhythm.MONTHLY_WEEKDAY if rule.weekdays == same else None
    if rule.weekdays:
        return None
    return Rhythm(rule.frequency.value.lower())


def _last_day(until: Until) -> date:
    return until.wall.date()


def nth_of_month(day: date) -> int:
    """Return which of its weekday a day is in its month; a fifth is the last (-1)."""
    nth = (day.day + 6) // 7
    return -1 if nth == _LAST else nth
