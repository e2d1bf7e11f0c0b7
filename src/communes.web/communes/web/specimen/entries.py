"""The directory of the specimen: who one may call, and when it is open."""

from collections.abc import Iterator
from communes.web.specimen import town
from communes.web.specimen.hours import hours
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import timedelta
from pathlib import Path
import tomllib
from typing import Any


@dataclass(frozen=True)
class MadeEntry:
    """``key`` names it for pages and services; ``values`` are those of an entry.

    ``private`` are the values not for everybody.
    """

    key: str
    values: dict[str, Any]
    private: dict[str, Any] = field(default_factory=dict)


def _data() -> dict[str, Any]:
    text = Path(__file__).with_name("entries.toml").read_text("utf-8")
    return tomllib.loads(text)


def tree() -> list[dict[str, str]]:
    """Return the categories of the directory."""
    found: list[dict[str, str]] = _data()["tree"]
    return found


def entries(today: date) -> tuple[MadeEntry, ...]:
    """Return every entry, the public buildings first.

    :param today: exceptional days come after it.
    """
    data = _data()
    return (
        *_public(data["public"], today),
        *_trades(data["trades"], data["words"]),
        *_facilities(data["facilities"]),
    )


def _public(rows: dict[str, list[Any]], today: date) -> Iterator[MadeEntry]:
    closed = _bridge(today)
    for at, (key, row) in enumerate(rows.items()):
        title, subtitle, category, kind, appointment, facilities = row
        place = town.spot(0, 0 if category == "commune" else at)
        values = {
            "title": title,
            "subtitle": subtitle,
            "description": f"<p>{subtitle}.</p>",
            "phones": [{"number": town.phone(10 + at), "label": "Accueil"}],
            "mails": [{"address": f"{key}@valmont-sur-lesse.example"}],
            "hours": hours(kind, closed, appointment),
        }
        private = {
            "phones": [{"number": town.phone(9000 + at), "label": "Ligne directe"}],
            "note": "Ne pas donner cette ligne au public.",
        }
        found = _place(place, category, facilities.split())
        yield MadeEntry(key, {**values, **found}, private)


def _bridge(today: date) -> tuple[dict[str, Any], ...]:
    """Return a closed day within the month, and a short one after it."""
    closed, short = today + timedelta(days=10), today + timedelta(days=24)
    return (
        {
            "first": closed.isoformat(),
            "last": (closed + timedelta(days=1)).isoformat(),
            "label": "Fermeture collective",
        },
        {
            "first": short.isoformat(),
            "last": short.isoformat(),
            "label": "Formation du personnel",
            "intervals": ["08:30-12:00"],
        },
    )


def _trades(
    rows: dict[str, list[Any]], words: dict[str, list[str]]
) -> Iterator[MadeEntry]:
    seed, taken = 40, set[str]()
    for key, (category, count, kind, patterns, texts) in rows.items():
        for at in range(count):
            seed += 1
            village = at % 4 if at % 2 else 0
            said = {name: kinds[at % len(kinds)] for name, kinds in words.items()}
            title = _title(patterns, said, seed + at, village, taken)
            taken.add(title)
            values = {
                "title": title,
                "description": f"<p>{texts[at % len(texts)]}</p>",
                "phones": [{"number": town.phone(1000 + seed)}],
                "mails": [{"address": f"{key}{at + 1}@valmont.example"}],
                "hours": hours(kind),
            }
            facilities = ["wheelchair_access"] if seed % 3 == 0 else []
            place = town.spot(village, seed)
            found = _place(place, category, facilities)
            yield MadeEntry(f"{key}-{at + 1}", {**values, **found})


def _title(
    patterns: list[str], said: dict[str, str], seed: int, village: int, taken: set[str]
) -> str:
    """Return a name nobody has yet; places are few, families many."""
    for step in range(len(town.NAMES)):
        pattern = patterns[(seed + step) % len(patterns)]
        name = town.NAMES[(seed * 7 + step) % len(town.NAMES)]
        place = town.VILLAGES[village][1]
        title = pattern.format(name=name, place=place, **said)
        if title not in taken:
            return title
    raise LookupError(patterns[0])


def _facilities(rows: dict[str, list[Any]]) -> Iterator[MadeEntry]:
    for key, (title, count, facilities) in rows.items():
        for at in range(count):
            village = at % len(town.VILLAGES)
            place = town.spot(village, at // len(town.VILLAGES))
            street = place.street[0].lower() + place.street[1:]
            values = {"title": f"{title}, {street}", "hours": hours("always")}
            found = _place(place, "equipements", facilities.split())
            yield MadeEntry(f"{key}-{at + 1}", {**values, **found})


def _place(place: town.Spot, category: str, facilities: list[str]) -> dict[str, Any]:
    return {
        "address": place.address,
        "place": {"latitude": place.latitude, "longitude": place.longitude},
        "categories": [category],
        "facilities": facilities,
        "entity": "valmont",
    }
