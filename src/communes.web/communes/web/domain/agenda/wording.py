"""When events take place, in words: « chaque mercredi jusqu'au 24 décembre »."""

from collections.abc import Sequence
from communes.core.parts.domain.writing import counted
from communes.core.parts.domain.writing import date_in_words
from communes.core.parts.domain.writing import hour
from communes.core.parts.domain.writing import long_date
from communes.core.parts.domain.writing import MONTHS
from communes.core.parts.domain.writing import WEEKDAYS
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.occurrences import Occurrence
from communes.web.domain.recurrence.days import end_of
from communes.web.domain.recurrence.rule import Frequency
from communes.web.domain.recurrence.rule import read_rule
from communes.web.domain.recurrence.rule import Rule
from communes.web.domain.recurrence.rule import Weekday
from datetime import date
from datetime import datetime
from datetime import timedelta


_DAY = timedelta(days=1)
_NTHS = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième",
         -1: "dernier", -2: "avant-dernier"}  # fmt: skip
#: A unit of the rhythm, its article, and its plural.
_UNITS = {
    Frequency.DAILY: ("jour", "tous les", "jours"),
    Frequency.WEEKLY: ("semaine", "toutes les", "semaines"),
    Frequency.MONTHLY: ("mois", "tous les", "mois"),
    Frequency.YEARLY: ("année", "tous les", "ans"),
}
#: More days than these are told by the list of next times instead.
MOST_DAYS_SAID = 6


def recurrence_in_words(event: Event) -> str:
    """Return how an event comes back, empty when it takes place once.

    « chaque mercredi jusqu'au 24 décembre 2026, sauf le 11 novembre 2026 »
    """
    parts = []
    if event.rule:
        rule = read_rule(event.rule)
        parts.append(_rhythm(rule, event.first) + _end(rule, event.first))
    if event.excluded:
        parts.append(f"sauf {_days(event.excluded)}")
    if event.added:
        parts.append(f"et aussi {_days(event.added)}")
    return ", ".join(parts)


def _rhythm(rule: Rule, starts: datetime) -> str:
    on = _on(rule, starts)
    each = rule.interval == 1
    if rule.frequency is Frequency.WEEKLY and each:
        return f"chaque {on.replace(' le ', ' ')}"
    unit, article, plural = _UNITS[rule.frequency]
    rhythm = f"chaque {unit}" if each else f"{article} {rule.interval} {plural}"
    months = ""
    if rule.months and rule.frequency is not Frequency.YEARLY:
        months = f" en {_listed([MONTHS[one - 1] for one in rule.months])}"
    if not on:
        return rhythm + months
    return f"{rhythm}{months}, le {on}"


def _on(rule: Rule, starts: datetime) -> str:
    """Return the days of a rule without their article; empty for each day."""
    if rule.positions:
        return _positioned(rule)
    days = [_weekday(one) for one in rule.weekdays]
    days += [_month_day(one) for one in rule.month_days]
    if not days and rule.frequency is Frequency.WEEKLY:
        days = [WEEKDAYS[starts.weekday()]]
    if not days and rule.frequency in (Frequency.MONTHLY, Frequency.YEARLY):
        days = [_number(starts.day)]
    said = _listed(days, " et le " if len(days) > 1 else " et ")
    if rule.frequency is Frequency.YEARLY and said:
        months = rule.months or (() if rule.weekdays else (starts.month,))
        said += f" {_listed([MONTHS[one - 1] for one in months])}" if months else ""
        said += "" if months else " de l'année"
    return said


def _positioned(rule: Rule) -> str:
    nths = [_NTHS.get(one, f"{one}e") for one in rule.positions]
    days = [WEEKDAYS[one.day] for one in rule.weekdays]
    named = _listed(days, " ou ") if days else "jour"
    return f"{_listed(nths)} {named}"


def _weekday(one: Weekday) -> str:
    name = WEEKDAYS[one.day]
    return f"{_NTHS.get(one.nth, f'{one.nth}e')} {name}" if one.nth else name


def _month_day(number: int) -> str:
    if number > 0:
        return _number(number)
    return "dernier jour" if number == -1 else f"{-number}e jour avant la fin"


def _number(day: int) -> str:
    return "1er" if day == 1 else str(day)


def _end(rule: Rule, starts: datetime) -> str:
    if rule.count is not None:
        return f", {rule.count} fois"
    if rule.until is None:
        return ""
    return f" jusqu'au {date_in_words(end_of(rule, starts).date())}"


def _days(moments: Sequence[datetime]) -> str:
    days = sorted({one.date() for one in moments})
    said = [f"le {date_in_words(one)}" for one in days[:MOST_DAYS_SAID]]
    if len(days) > MOST_DAYS_SAID:
        more = len(days) - MOST_DAYS_SAID
        said.append(counted(more, "autre jour", "autres jours"))
    return _listed(said)


def _listed(words: Sequence[str], last: str = " et ") -> str:
    if len(words) < 2:
        return "".join(words)
    middle = ", le " if last == " et le " else ", "
    return f"{middle.join(words[:-1])}{last}{words[-1]}"


def when_in_words(one: Occurrence) -> str:
    """Return when a time is: « mercredi 25 novembre 2026, de 8 h à 13 h »."""
    first, last = one.start.date(), _last_day(one)
    if first != last:
        return _over_days(one, first, last)
    day = long_date(first)
    hours = hours_in_words(one)
    return f"{day}, {hours}" if hours else day


def hours_in_words(one: Occurrence) -> str:
    """Return the hours of a time; empty when it takes whole days."""
    if one.event.whole_day:
        return ""
    if one.end is None:
        return f"dès {hour(one.start)}"
    if one.end == one.start:
        return f"à {hour(one.start)}"
    return f"de {hour(one.start)} à {hour(one.end)}"


def _over_days(one: Occurrence, first: date, last: date) -> str:
    if one.event.whole_day or one.end is None:
        return f"du {long_date(first)} au {long_date(last)}"
    # A night is said by its evening: it ends the morning after.
    if last - first == _DAY and one.end.hour < 8:
        return f"{long_date(first)}, {hours_in_words(one)}"
    return (
        f"du {long_date(first)} à {hour(one.start)} au {long_date(last)} "
        f"à {hour(one.end)}"
    )


def _last_day(one: Occurrence) -> date:
    if one.end is None:
        return one.start.date()
    if one.event.whole_day:
        return (one.end - _DAY).date()
    # What ends at midnight is of the day before.
    ends_at_midnight = not (one.end.hour or one.end.minute) and one.end > one.start
    return (one.end - timedelta(minutes=1 if ends_at_midnight else 0)).date()
