"""The arithmetic of delays: calendar, working and clear days, each with its account."""

from communes.core.deadlines.domain.working_calendar import ONE_DAY
from communes.core.deadlines.domain.working_calendar import WorkingCalendar
from communes.core.errors.domain import InvalidInput
from communes.core.parts.domain.writing import counted
from communes.core.parts.domain.writing import long_date
from dataclasses import dataclass
from datetime import date
from datetime import timedelta


class NegativeDelay(InvalidInput):
    """A delay of less than nothing was asked for: give zero days or more."""

    code = "negative_delay"
    template = "Un délai de ${days} jours n'existe pas : indiquez zéro jour ou plus."


@dataclass(frozen=True)
class Deadline:
    """A date that can be defended.

    :param date: the last day on which the thing may be done, or the first day on
        which it may take place; the function that made it says which.
    :param rule: the rule it comes from, as the caller names it ("CDLD L1122-13").
    :param steps: French sentences that redo the calculation one line at a time.
    """

    date: date
    rule: str
    steps: tuple[str, ...]


def clear_days_between(first: date, second: date) -> int:
    """Return how many whole days separate two days, both excluded."""
    return max((second - first).days - 1, 0)


def latest_clear_days_before(event: date, days: int, rule: str) -> Deadline:
    """Return the last day to notify so that ``days`` clear days precede ``event``.

    A clear day ("jour franc") is a whole day: neither the day of receipt nor the
    day of the event counts. Week-ends and holidays count and nothing rolls over:
    moving the date later would take a day away from whom the law protects.

    :raises NegativeDelay: ``days`` is below zero.
    """
    _refuse_negative(days)
    latest = event - timedelta(days=days + 1)
    steps = [f"L'événement a lieu le {long_date(event)} ; ce jour ne compte pas."]
    if days:
        first, last = latest + ONE_DAY, event - ONE_DAY
        steps.append(
            f"{counted(days, 'jour franc', 'jours francs')} : "
            f"du {long_date(first)} au {long_date(last)} inclus."
        )
    steps.append(
        f"Le jour de la réception ne compte pas : au plus tard le {long_date(latest)}."
    )
    return Deadline(latest, rule, tuple(steps))


def earliest_after_clear_days(receipt: date, days: int, rule: str) -> Deadline:
    """Return the first day an event may take place, ``days`` clear days after receipt.

    :raises NegativeDelay: ``days`` is below zero.
    """
    _refuse_negative(days)
    earliest = receipt + timedelta(days=days + 1)
    steps = (
        f"La réception a lieu le {long_date(receipt)} ; ce jour ne compte pas.",
        f"Délai de {counted(days, 'jour franc', 'jours francs')}.",
        f"L'événement peut avoir lieu à partir du {long_date(earliest)}.",
    )
    return Deadline(earliest, rule, steps)


def expiry_after_calendar_days(
    start: date, days: int, rule: str, calendar: WorkingCalendar
) -> Deadline:
    """Return the last day of a delay of ``days`` calendar days after ``start``.

    The day of start does not count. A delay that would end on a week-end, a public
    holiday or a closing day of ``calendar`` ends on the next working day.

    :raises NegativeDelay: ``days`` is below zero.
    """
    _refuse_negative(days)
    end = start + timedelta(days=days)
    steps = (
        f"Le {long_date(start)} ne compte pas.",
        f"{counted(days, 'jour', 'jours')} plus tard : le {long_date(end)}.",
    )
    return _rolled_over(end, rule, steps, calendar)


def expiry_after_working_days(
    start: date, days: int, rule: str, calendar: WorkingCalendar
) -> Deadline:
    """Return the last day of a delay of ``days`` working days after ``start``.

    The day of start does not count, nor do the days ``calendar`` says are closed.

    :raises NegativeDelay: ``days`` is below zero.
    """
    _refuse_negative(days)
    steps = [f"Le {long_date(start)} ne compte pas."]
    day, left = start, days
    while left:
        day += ONE_DAY
        why = calendar.why_closed(day)
        if why is None:
            left -= 1
        elif day.weekday() < 5:
            steps.append(f"Le {long_date(day)} ne compte pas : {why}.")
    steps.append(
        f"{counted(days, 'jour ouvrable', 'jours ouvrables')} plus tard, "
        f"samedis et dimanches exclus : le {long_date(day)}."
    )
    return _rolled_over(day, rule, tuple(steps), calendar)


def _rolled_over(
    end: date, rule: str, steps: tuple[str, ...], calendar: WorkingCalendar
) -> Deadline:
    final = calendar.first_working(end)
    if final != end:
        why = calendar.why_closed(end)
        steps += (
            f"Le {long_date(end)} est fermé ({why}) : "
            f"l'échéance est reportée au {long_date(final)}.",
        )
    return Deadline(final, rule, steps)


def _refuse_negative(days: int) -> None:
    if days < 0:
        raise NegativeDelay(field="days", days=days)
