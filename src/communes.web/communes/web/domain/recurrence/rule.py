"""A rule of recurrence, as RFC 5545 writes it (section 3.3.10)."""

from collections.abc import Mapping
from communes.web.domain.errors import BadRecurrence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
import re


WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
#: More than this is no event of a commune, and would cost everybody.
MOST_COUNT = 5000
MOST_INTERVAL = 1000
_DAY = re.compile(r"([+-]?[1-9]\d?)?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"\d{8}(T\d{6}Z?)?", re.ASCII)
_PARTS = frozenset(
    "FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYMONTH BYSETPOS WKST".split()
)
#: No month has more of the same weekday, no year either.
_MOST_OF_MONTH, _MOST_OF_YEAR = 5, 53


class Frequency(StrEnum):
    """The period in which a rule gives its days."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True)
class Weekday:
    """A day of the week, Monday 0; ``nth`` of its month or year, 0 for each."""

    day: int
    nth: int = 0

    def __str__(self) -> str:
        return f"{self.nth or ''}{WEEKDAYS[self.day]}"


@dataclass(frozen=True)
class Until:
    """The last moment of a rule: a wall, or a moment when ``utc``.

    ``whole_day``: it was written as a day, and all of that day counts.
    """

    wall: datetime
    utc: bool = False
    whole_day: bool = False


@dataclass(frozen=True)
class Rule:
    """Every ``interval`` periods, the days of the period that fit all that is given."""

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: Until | None = None
    weekdays: tuple[Weekday, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0


def read_rule(text: str) -> Rule:
    """Return the rule of an RRULE value, with or without its name.

    Times within a day (BYHOUR …), weeks of the year and rhythms below a day are not
    taken: no event of a commune needs them.

    :raises BadRecurrence: it names the part at fault.
    """
    parts: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").split(";"):
        name, equals, value = part.partition("=")
        if name not in _PARTS or name in parts or not (equals and value):
            raise BadRecurrence(field="rule", value=text[:120], place=part[:40])
        parts[name] = value
    return _Reading(text, parts).rule()


class _Reading:
    """The parts of one text, each refused by its name."""

    def __init__(self, text: str, parts: Mapping[str, str]) -> None:
        self.text = text
        self.parts = parts

    def rule(self) -> Rule:
        named = self.parts.get("FREQ", "")
        if named not in Frequency.__members__:
            raise self.bad("FREQ")
        frequency = Frequency(named)
        most = _MOST_OF_MONTH if self._by_month(frequency) else _MOST_OF_YEAR
        rule = Rule(
            frequency,
            self.number("INTERVAL", MOST_INTERVAL) or 1,
            self.number("COUNT", MOST_COUNT),
            self.until(),
            self.weekdays(most),
            self.numbers("BYMONTHDAY", 31, signed=True),
            self.numbers("BYMONTH", 12),
            self.numbers("BYSETPOS", 366, signed=True),
            self.week_start(),
        )
        self._refuse_together(rule)
        return rule

    def _by_month(self, frequency: Frequency) -> bool:
        yearly = frequency is Frequency.YEARLY
        return frequency is Frequency.MONTHLY or (yearly and "BYMONTH" in self.parts)

    def _refuse_together(self, rule: Rule) -> None:
        """RFC 5545 forbids these: which day was meant can not be known."""
        long = rule.frequency in (Frequency.MONTHLY, Frequency.YEARLY)
        if rule.count is not None and rule.until is not None:
            raise self.bad("COUNT")
        if not long and any(one.nth for one in rule.weekdays):
            raise self.bad("BYDAY")
        if rule.frequency is Frequency.WEEKLY and rule.month_days:
            raise self.bad("BYMONTHDAY")
        if rule.positions and not (rule.weekdays or rule.month_days or rule.months):
            raise self.bad("BYSETPOS")

    def number(self, name: str, most: int) -> int | None:
        text = self.parts.get(name)
        if text is None:
            return None
        found = int(text) if re.fullmatch(r"\d{1,4}", text, re.ASCII) else 0
        if not 1 <= found <= most:
            raise self.bad(name)
        return found

    def numbers(self, name: str, most: int, *, signed: bool = False) -> tuple[int, ...]:
        sign = "[+-]?" if signed else ""
        texts = self.parts.get(name, "").split(",") if name in self.parts else []
        found = []
        for text in texts:
            known = re.fullmatch(rf"{sign}\d{{1,3}}", text, re.ASCII)
            value = int(text) if known else 0
            if not 1 <= abs(value) <= most:
                raise self.bad(name)
            found.append(value)
        return tuple(sorted(set(found)))

    def weekdays(self, most: int) -> tuple[Weekday, ...]:
        texts = self.parts["BYDAY"].split(",") if "BYDAY" in self.parts else []
        found = []
        for text in texts:
            known = _DAY.fullmatch(text)
            if known is None or abs(int(known[1] or 0)) > most:
                raise self.bad("BYDAY")
            found.append(Weekday(WEEKDAYS.index(known[2]), int(known[1] or 0)))
        return tuple(sorted(set(found), key=lambda one: (one.nth, one.day)))

    def week_start(self) -> int:
        name = self.parts.get("WKST", "MO")
        if name not in WEEKDAYS:
            raise self.bad("WKST")
        return WEEKDAYS.index(name)

    def until(self) -> Until | None:
        text = self.parts.get("UNTIL")
        if text is None:
            return None
        if not _UNTIL.fullmatch(text):
            raise self.bad("UNTIL")
        try:
            if "T" not in text:
                return Until(datetime.strptime(text, "%Y%m%d"), whole_day=True)
            wall = datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S")
        except ValueError:
            raise self.bad("UNTIL") from None
        return Until(wall, utc=text.endswith("Z"))

    def bad(self, name: str) -> BadRecurrence:
        place = f"{name}={self.parts.get(name, '')}"
        return BadRecurrence(field="rule", value=self.text[:120], place=place[:60])


def write_rule(rule: Rule) -> str:
    """Return the RRULE value of a rule; what is usual is not written."""
    parts = [f"FREQ={rule.frequency.value}"]
    if rule.interval != 1:
        parts.append(f"INTERVAL={rule.interval}")
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    if rule.until is not None:
        parts.append(f"UNTIL={_written(rule.until)}")
    for name, values in (
        ("BYMONTH", rule.months),
        ("BYMONTHDAY", rule.month_days),
        ("BYDAY", rule.weekdays),
        ("BYSETPOS", rule.positions),
    ):
        if values:
            parts.append(f"{name}={','.join(str(one) for one in values)}")
    if rule.week_start:
        parts.append(f"WKST={WEEKDAYS[rule.week_start]}")
    return ";".join(parts)


def _written(until: Until) -> str:
    # isoformat writes every year with four digits; strftime does not.
    day, _t, time = until.wall.isoformat(timespec="seconds").partition("T")
    text = day.replace("-", "")
    if until.whole_day:
        return text
    return f"{text}T{time.replace(':', '')}{'Z' if until.utc else ''}"
