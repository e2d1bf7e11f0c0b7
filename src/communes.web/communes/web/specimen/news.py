"""The news of the specimen: what a commune told in the last two years."""

from communes.core.parts.domain.writing import date_in_words
from communes.web.specimen import town
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from html import escape
from pathlib import Path
import tomllib
from typing import Any


#: From one piece of news to the one before it.
EVERY_DAYS = 5


@dataclass(frozen=True)
class MadeNews:
    """``told`` is when it was published, the last first."""

    id: str
    told: datetime
    values: dict[str, Any]
    pictured: bool


def news(today: date, count: int = 150) -> tuple[MadeNews, ...]:
    """Return the news, the last first."""
    text = Path(__file__).with_name("news.toml").read_text("utf-8")
    kinds = tomllib.loads(text)["kinds"]
    return tuple(_one(kinds[at % len(kinds)], at, today) for at in range(count))


def _one(kind: list[Any], at: int, today: date) -> MadeNews:
    title, category, paragraphs = kind
    told = today - timedelta(days=at * EVERY_DAYS)
    village = town.VILLAGES[at * 3 % len(town.VILLAGES)][1]
    streets = town.STREETS[town.VILLAGES[0][1]]
    street = streets[at * 7 % len(streets)]
    coming = told + timedelta(days=9 + at % 12)
    words = {
        "street": street[0].lower() + street[1:],
        "village": village,
        "number": str(3 + at * 5 % 19),
        "name": town.person(at),
        "day": f"le {date_in_words(coming)}",
    }
    said = [one.format(**words).replace("du le", "du") for one in paragraphs]
    heading = title.format(**words)
    return MadeNews(
        f"{told:%Y-%m-%d}-{at + 1}",
        datetime.combine(told, time(9), UTC),
        {
            "title": heading[0].upper() + heading[1:],
            "description": said[0].split(". ")[0].rstrip(".") + ".",
            "text": "".join(f"<p>{escape(one, False)}</p>" for one in said),
            "categories": (category,),
            "audiences": ("habitant",),
        },
        at % 3 == 0,
    )
