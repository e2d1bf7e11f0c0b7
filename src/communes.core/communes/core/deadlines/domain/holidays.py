"""Which days of a year are public holidays in Belgium."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from functools import cache
from importlib.resources import files
import tomllib
from types import MappingProxyType


@dataclass(frozen=True)
class HolidayRule:
    """One line of the dated table: a fixed day, or one that moves with Easter."""

    name: str
    source: str
    starts: date
    ends: date | None
    month: int | None
    day: int | None
    days_after_easter: int | None

    def in_year(self, year: int) -> date | None:
        """Return the day of this holiday in ``year``, or None when it has none."""
        if self.days_after_easter is not None:
            day = easter(year) + timedelta(days=self.days_after_easter)
        else:
            day = date(year, self.month or 1, self.day or 1)
        if day < self.starts or (self.ends is not None and day > self.ends):
            return None
        return day


def easter(year: int) -> date:
    """Return Easter Sunday of ``year`` in the Gregorian calendar.

    The computation is the anonymous Gregorian one (Meeus), valid from 1583 on.
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon + 15) % 30
    leaps, years = divmod(rest, 4)
    weekday = (32 + 2 * century_rest + 2 * leaps - epact - years) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def read_rules(text: str) -> tuple[HolidayRule, ...]:
    """Return the holiday rules written in the TOML ``text``."""
    return tuple(
        HolidayRule(
            name=row["name"],
            source=row["source"],
            starts=row["from"],
            ends=row.get("to"),
            month=row.get("month"),
            day=row.get("day"),
            days_after_easter=row.get("days_after_easter"),
        )
        for row in tomllib.loads(text)["holiday"]
    )


@cache
def legal_rules() -> tuple[HolidayRule, ...]:
    """Return the Belgian rules the suite ships."""
    table = files(__package__ or "") / "public_holidays.toml"
    return read_rules(table.read_text(encoding="utf-8"))


@cache
def public_holidays(year: int) -> Mapping[date, str]:
    """Return the Belgian public holidays of ``year``, day to French name."""
    found = ((rule.in_year(year), rule.name) for rule in legal_rules())
    return MappingProxyType({day: name for day, name in found if day is not None})
