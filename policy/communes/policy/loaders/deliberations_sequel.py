"""What a profile says of the time after a meeting: minutes, follow-up, supervision."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.deliberations.api.follow_up import add_follow_up
from communes.deliberations.api.minutes import draw_up
from communes.deliberations.api.minutes import take_minutes_step
from communes.deliberations.api.tutelle import note_tutelle
from communes.deliberations.domain.tutelle.follow import TutelleFile
from datetime import date
from plone import api
from typing import Any


def bring_after(
    meeting: Any,
    entry: Mapping[str, Any],
    items: Sequence[Mapping[str, Any]],
    loaded: Mapping[str, str],
) -> None:
    """Take the minutes of a meeting on, and note what follows its items.

    ``minutes``: the steps to take, in order; of an item ``follow_up``: a list of
    ``text``, ``service`` and a day, and ``supervision``: ``act`` and the days
    ``sent_on`` and ``received_on``, each a table with a day.
    """
    if entry.get("minutes"):
        minutes = draw_up(meeting)
        for step in entry["minutes"]:
            take_minutes_step(minutes, step)
    for one in items:
        if one.get("meeting") == entry["external_id"]:
            _follow(api.content.get(UID=loaded[one["external_id"]]), one)


def _follow(item: Any, entry: Mapping[str, Any]) -> None:
    for task in entry.get("follow_up", ()):
        add_follow_up(item, task["text"], task["service"], _day(task))
    told = entry.get("supervision")
    if told:
        days = {name: _day(told[name]) for name in told if name != "act"}
        note_tutelle(item, TutelleFile(act=told["act"], **days))


def _day(told: Mapping[str, Any]) -> date | None:
    """Return the day of what carries one, None for what has none."""
    return date.fromisoformat(told["date"][:10]) if "date" in told else None
