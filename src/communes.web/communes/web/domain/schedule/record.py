"""The hours of a place, as whoever keeps them writes them."""

from communes.web.domain.errors import BadHours
from communes.web.domain.errors import BadSchedule
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
import re


DAY = 24 * 60
WEEK = 7
#: Morning and afternoon (sheet 2.1).
MOST_INTERVALS = 2
_TIME = re.compile(r"([01]\d|2[0-4]):([0-5]\d)")


def minutes_of(text: str) -> int:
    """Return the minutes since midnight of ``HH:MM``; ``24:00`` is the day's end.

    :raises BadHours: no clock shows that.
    """
    found = _TIME.fullmatch(text.strip())
    minutes = int(found[1]) * 60 + int(found[2]) if found else DAY + 1
    if minutes > DAY:
        raise BadHours(field="hours", value=text[:40])
    return minutes


def clock(minutes: int) -> str:
    """Return ``HH:MM`` of minutes since midnight; the day's end is ``24:00``."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


@dataclass(frozen=True)
class Interval:
    """From one minute of a day to another; one that ends earlier ends the next day."""

    opens: int
    closes: int

    def __post_init__(self) -> None:
        if not (0 <= self.opens < DAY and 0 <= self.closes <= DAY) or (
            self.opens == self.closes
        ):
            raise BadHours(field="hours", value=f"{self.opens}-{self.closes}")

    @property
    def end(self) -> int:
        """The closing minute, counted from the midnight before the opening."""
        return self.closes if self.closes > self.opens else self.closes + DAY

    def __str__(self) -> str:
        return f"{clock(self.opens)}-{clock(self.closes)}"


def read_interval(text: str) -> Interval:
    """Return the interval of ``HH:MM-HH:MM``.

    :raises BadHours: it is none.
    """
    opens, _dash, closes = text.partition("-")
    return Interval(minutes_of(opens), minutes_of(closes))


@dataclass(frozen=True)
class DayHours:
    """The openings of one day, in order; none is closed. ``comment`` is shown."""

    intervals: tuple[Interval, ...] = ()
    comment: str = ""

    def __post_init__(self) -> None:
        crossing = any(a.end > b.opens for a, b in pairwise(self.intervals))
        if crossing or len(self.intervals) > MOST_INTERVALS:
            raise BadHours(field="hours", value=" ".join(map(str, self.intervals)))


@dataclass(frozen=True)
class Schedule:
    """A named week, Monday first; ``starts`` and ``ends`` are its first and last day.

    Hours ``by_appointment`` never answer that a place is open.
    """

    name: str
    week: tuple[DayHours, ...]
    starts: date | None = None
    ends: date | None = None
    by_appointment: bool = False

    def __post_init__(self) -> None:
        backwards = self.starts and self.ends and self.ends < self.starts
        if len(self.week) != WEEK or backwards:
            raise BadSchedule(field="schedules", name=self.name)

    @property
    def dated(self) -> bool:
        """Whether the schedule is of a part of time only."""
        return self.starts is not None or self.ends is not None

    def covers(self, day: date) -> bool:
        """Tell whether the schedule is in force on a day."""
        begun = self.starts is None or self.starts <= day
        return begun and (self.ends is None or day <= self.ends)

    @property
    def length(self) -> int:
        """How many days it is in force; without bounds, more than any with."""
        return (
            (self.ends or date.max).toordinal()
            - (self.starts or date.min).toordinal()
            + 1
        )


@dataclass(frozen=True)
class SpecialDays:
    """Days that are unlike the others, both included; no interval is closed."""

    first: date
    last: date
    label: str
    intervals: tuple[Interval, ...] = ()

    def __post_init__(self) -> None:
        DayHours(self.intervals)
        if self.last < self.first:
            raise BadSchedule(field="exceptions", name=self.label)

    def covers(self, day: date) -> bool:
        """Tell whether a day is one of these."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class OpeningHours:
    """All that is written about when a place is open."""

    schedules: tuple[Schedule, ...] = ()
    exceptions: tuple[SpecialDays, ...] = ()
    closed_on_holidays: bool = True

    def __post_init__(self) -> None:
        for by_appointment in (False, True):
            always = [
                one
                for one in self.schedules
                if not one.dated and one.by_appointment is by_appointment
            ]
            if len(always) > 1:
                raise BadSchedule(field="schedules", name=always[1].name)
