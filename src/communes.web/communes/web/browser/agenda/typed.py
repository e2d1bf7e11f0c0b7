"""What was typed into the form of an event, as the values of the door, and back."""

from collections.abc import Mapping
from communes.core.parts.domain.reading import whole
from communes.web.browser.agenda.asking import CHOICES
from communes.web.browser.agenda.asking import FLAGS
from communes.web.browser.agenda.asking import OTHER_RULE
from communes.web.browser.agenda.asking import TEXTS
from communes.web.domain.agenda.event import MOST_DAYS
from communes.web.domain.agenda.repetition import Repetition
from communes.web.domain.agenda.repetition import repetition_of
from communes.web.domain.agenda.repetition import Rhythm
from communes.web.domain.agenda.repetition import rule_of
from communes.web.domain.errors import BadRecurrence
from communes.web.domain.reading import BadValue
from datetime import date
from datetime import datetime
from datetime import time
import re
from typing import Any


_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2})")


def typed_of(event: Any) -> dict[str, Any]:
    """Return an event as the form shows it."""
    starts, ends = event.event_starts, event.event_ends
    found: dict[str, Any] = {name: getattr(event, name) for name in (*TEXTS, *CHOICES)}
    found["text"] = event.text.raw if event.text else ""
    found |= {name: "1" if getattr(event, name) else "" for name in FLAGS}
    found["categories"] = tuple(event.categories)
    found["audiences"] = tuple(event.audiences)
    found["organisers"] = "\n".join(event.organisers)
    found["first_day"] = starts.date().isoformat()
    found["first_hour"] = "" if event.whole_day else f"{starts:%H:%M}"
    if ends is not None:
        same = ends.date() == starts.date()
        found["last_day"] = "" if same else ends.date().isoformat()
        found["last_hour"] = "" if event.whole_day else f"{ends:%H:%M}"
    return found | _typed_rule(event.rule, starts) | {
        "except": _lines(event.excluded),
        "added": _lines(event.added),
    }  # fmt: skip


def _typed_rule(rule: str, starts: datetime) -> dict[str, Any]:
    asked = repetition_of(rule, starts)
    if asked is None:
        return {"rhythm": OTHER_RULE}
    return {
        "rhythm": asked.rhythm.value,
        "interval": str(asked.interval) if asked.interval > 1 else "",
        "weekdays": tuple(str(one) for one in asked.weekdays),
        "until": asked.until.isoformat() if asked.until else "",
        "count": str(asked.count or ""),
    }


def read_typed(typed: Mapping[str, Any], rule: str = "") -> dict[str, Any]:
    """Return what was typed as the values of the door.

    :param rule: the one the event has: kept when the form could not say it.
    :raises BadValue, BadRecurrence: a day, an hour or a number is none.
    """
    found = {name: typed.get(name, "") for name in TEXTS}
    found |= {name: typed[name] for name in CHOICES if typed.get(name)}
    found |= {name: bool(typed.get(name)) for name in FLAGS}
    for name in ("categories", "audiences"):
        found[name] = tuple(typed.get(name, ()))
    found["organisers"] = _rows(typed.get("organisers", ""))
    starts = _start(typed)
    found["event_starts"] = starts
    found["event_ends"] = _end(typed, starts)
    kept = typed.get("rhythm") == OTHER_RULE
    found["rule"] = rule if kept else rule_of(_repetition(typed), starts)
    found["excluded"] = _days(typed, "except", starts)
    found["added"] = _days(typed, "added", starts)
    return found


def _start(typed: Mapping[str, Any]) -> datetime:
    day = _day(typed.get("first_day", ""), "first_day")
    if typed.get("whole_day"):
        return datetime.combine(day, time())
    return datetime.combine(day, _hour(typed.get("first_hour", ""), "first_hour"))


def _end(typed: Mapping[str, Any], starts: datetime) -> datetime | None:
    text = typed.get("last_day", "")
    day = _day(text, "last_day") if text else starts.date()
    if typed.get("whole_day"):
        return datetime.combine(day, time())
    if not typed.get("last_hour"):
        if text and day != starts.date():
            # Several days without an hour end with the last of them.
            return datetime.combine(day, time(23, 59))
        return None
    return datetime.combine(day, _hour(typed["last_hour"], "last_hour"))


def _repetition(typed: Mapping[str, Any]) -> Repetition:
    text = typed.get("rhythm", "")
    if text not in set(Rhythm):
        raise BadRecurrence(field="rhythm", value=text[:40], place=text[:40])
    until = typed.get("until", "")
    return Repetition(
        Rhythm(text),
        _number(typed, "interval") or 1,
        tuple(whole(one, 0) % 7 for one in typed.get("weekdays", ())),
        _day(until, "until") if until else None,
        _number(typed, "count"),
    )


def _days(
    typed: Mapping[str, Any], name: str, starts: datetime
) -> tuple[datetime, ...]:
    days = [_day(one, name) for one in _rows(typed.get(name, ""))]
    return tuple(sorted({datetime.combine(day, starts.time()) for day in days}))


def _number(typed: Mapping[str, Any], name: str) -> int | None:
    text = typed.get(name, "")
    if not text:
        return None
    if not re.fullmatch(r"\d{1,4}", text, re.ASCII) or not 0 < int(text) < MOST_DAYS:
        raise BadValue(field=name, name=name, expected="un nombre entier")
    return int(text)


def _day(text: str, name: str) -> date:
    found = _DAY.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError(text)
        day, month, year, *iso = found.groups()
        if year:
            return date(int(year), int(month), int(day))
        return date(*(int(one) for one in iso))
    except ValueError as wrong:
        expected = "un jour comme 24/12/2026"
        raise BadValue(
            field=name, name=text[:40] or "Jour", expected=expected
        ) from wrong


def _hour(text: str, name: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as wrong:
        expected = "une heure comme 20:00 (ou cochez « Toute la journée »)"
        raise BadValue(
            field=name, name=text[:20] or "Heure", expected=expected
        ) from wrong


def _lines(moments: tuple[datetime, ...]) -> str:
    return "\n".join(f"{one:%d/%m/%Y}" for one in moments)


def _rows(text: str) -> tuple[str, ...]:
    return tuple(row.strip() for row in text.splitlines() if row.strip())
