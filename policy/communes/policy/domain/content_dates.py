"""Demonstration content is written in days from now, so that it never grows old."""

from datetime import date
from datetime import timedelta
from typing import Any


_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def with_dates(data: Any, today: date) -> Any:
    """Return ``data`` with every ``when`` table replaced by a ``date``.

    ``{"when": {"in_days": 9, "weekday": "mardi", "at": "09:00"}}`` becomes
    ``{"date": "2026-12-01T09:00"}``: the first such weekday that is at least
    ``in_days`` days from ``today``.
    """
    if isinstance(data, list):
        return [with_dates(item, today) for item in data]
    if not isinstance(data, dict):
        return data
    dated = {key: with_dates(value, today) for key, value in data.items()}
    if "when" in dated:
        dated["date"] = _moment(dated.pop("when"), today)
    return dated


def _moment(when: dict[str, Any], today: date) -> str:
    earliest = today + timedelta(days=int(when["in_days"]))
    ahead = (_WEEKDAYS.index(when["weekday"]) - earliest.weekday()) % 7
    return f"{(earliest + timedelta(days=ahead)).isoformat()}T{when['at']}"
