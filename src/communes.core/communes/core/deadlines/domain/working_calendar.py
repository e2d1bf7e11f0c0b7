"""Which days an administration works, and why it does not on the others."""

from communes.core.deadlines.domain.holidays import public_holidays
from communes.core.parts.domain.writing import WEEKDAYS
from dataclasses import dataclass
from datetime import date
from datetime import timedelta


ONE_DAY = timedelta(days=1)
WEEKEND = frozenset({5, 6})


@dataclass(frozen=True)
class WorkingCalendar:
    """Week-ends, Belgian public holidays and the closing days of one commune.

    :param closing_days: local closing days (compensation days, fairs ...), as dates.
    """

    closing_days: frozenset[date] = frozenset()

    def why_closed(self, day: date) -> str | None:
        """Return the French reason nobody works on ``day``; None on a working day."""
        holiday = public_holidays(day.year).get(day)
        if holiday is not None:
            return f"jour férié ({holiday})"
        if day.weekday() in WEEKEND:
            return WEEKDAYS[day.weekday()]
        if day in self.closing_days:
            return "jour de fermeture de l'administration"
        return None

    def is_working(self, day: date) -> bool:
        """Tell whether the administration works on ``day``."""
        return self.why_closed(day) is None

    def first_working(self, day: date) -> date:
        """Return ``day`` itself when it is a working day, else the next one."""
        while not self.is_working(day):
            day += ONE_DAY
        return day
