"""The agenda of the specimen: what comes back, and what happens once."""

from collections.abc import Iterator
from communes.web.specimen import town
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from pathlib import Path
import tomllib
from typing import Any


_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
#: How far around today the agenda of a commune is filled.
PAST_DAYS, COMING_DAYS = 75, 300


@dataclass(frozen=True)
class MadeEvent:
    """``values`` are those of an event; ``pictured`` when it has a picture."""

    id: str
    values: dict[str, Any]
    pictured: bool


def events(today: date, singles: int = 170) -> tuple[MadeEvent, ...]:
    """Return what comes back through both changes of the clocks, then single events.

    :param singles: how many happen once; what comes back are thirty.
    """
    text = Path(__file__).with_name("events.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return (
        *_recurring(data["recurring"], today),
        *_single(data["single"], data["words"], today, singles),
    )


def _recurring(rows: list[list[Any]], today: date) -> Iterator[MadeEvent]:
    begins = date(today.year - (today.month < 9), 9, 1)
    # Until the summer after the next: today is always before its end.
    ends = date(begins.year + 2, 6, 30)
    for at, row in enumerate(rows):
        weekday, title, clock, minutes, hall, category, who, free, said = row
        first = begins + timedelta(days=(weekday - begins.weekday()) % 7)
        starts = datetime.combine(first, time.fromisoformat(clock))
        holidays = [
            starts + timedelta(weeks=week)
            for week in range(60)
            if (starts + timedelta(weeks=week)).strftime("%m%d") > "1223"
        ]
        wall = f"{ends:%Y%m%d}T235959"
        yield MadeEvent(
            f"chaque-semaine-{at + 1}",
            {
                **_common(title, starts, minutes, hall, category, who, free, said),
                "kind": "activity",
                "rule": f"FREQ=WEEKLY;BYDAY={_DAYS[weekday]};UNTIL={wall}",
                "excluded": [one.isoformat() for one in holidays],
            },
            at % 3 == 0,
        )


def _single(
    rows: list[list[Any]], words: dict[str, list[str]], today: date, count: int
) -> Iterator[MadeEvent]:
    for at in range(count):
        row = rows[at % len(rows)]
        title, clock, minutes, hall, category, who, free, said = row
        turn = at // len(rows)
        named = {name: kinds[turn % len(kinds)] for name, kinds in words.items()}
        village = town.VILLAGES[turn % len(town.VILLAGES)][1]
        days = -PAST_DAYS + at * (PAST_DAYS + COMING_DAYS) // count
        starts = datetime.combine(
            today + timedelta(days=days), time.fromisoformat(clock)
        )
        values = _common(
            title.format(village=village, **named),
            starts, minutes, hall + turn, category, who, free, said,
        )  # fmt: skip
        yield MadeEvent(f"{starts:%Y-%m-%d}-{at + 1}", values, at % 4 == 0)


def _common(
    title: str, starts: datetime, minutes: int, hall: int,
    category: str, who: str, free: bool, said: str,
) -> dict[str, Any]:  # fmt: skip
    name, place = town.hall(hall)
    whole = minutes == 0
    ends = starts + (timedelta(days=2) if whole else timedelta(minutes=minutes))
    return {
        "title": title,
        "description": said.split(". ")[0].rstrip(".") + ".",
        "text": f"<p>{said}</p><p>Rendez-vous à : {name}, {place.town}.</p>",
        "event_starts": starts.isoformat(),
        "event_ends": ends.isoformat(),
        "whole_day": whole,
        "location": name,
        **place.address,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "organisers": (f"Commune de {town.VILLAGES[0][1]}",),
        "contact": "082 00 00 10",
        "free": free,
        "wheelchair": hall % 10 in (1, 2, 3),
        "categories": (category,),
        "audiences": (who,),
    }
