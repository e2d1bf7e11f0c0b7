"""The words nothing was found for, counted, so that webmasters write what is missing.

Beside the object database: a search writes nothing into it. Who searched is not kept,
nor words that look like a person's number or address.
"""

from communes.core.jobs.sqlite import SqliteFile
from communes.core.jobs.storage import var_folder
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from functools import cache
from pathlib import Path
import re


SCHEMA = """
CREATE TABLE IF NOT EXISTS fruitless (
    site TEXT NOT NULL, words TEXT NOT NULL, times INTEGER NOT NULL, last TEXT NOT NULL,
    PRIMARY KEY (site, words)
);
"""
KEPT_DAYS = 90
#: Machines that try everything fill no more than this.
MOST_ROWS = 5000
LONGEST = 60
_PERSONAL = re.compile(r"@|\d{5,}")


@dataclass(frozen=True)
class Vain:
    """Words nothing was found for, how often, and the last day they were asked."""

    words: str
    times: int
    last: date


def note(site: str, text: str, today: date) -> None:
    """Count words in vain; long ones and those that may name a person are forgotten.

    :param site: the path of the site.
    """
    words = " ".join(text.lower().split())
    if not words or len(words) > LONGEST or _PERSONAL.search(words):
        return
    oldest = (today - timedelta(days=KEPT_DAYS)).isoformat()
    with _file().writing() as database:
        database.execute("DELETE FROM fruitless WHERE last < ?", (oldest,))
        (rows,) = database.execute(
            "SELECT COUNT(*) FROM fruitless WHERE site = ?", (site,)
        ).fetchone()
        if rows >= MOST_ROWS:
            return
        database.execute(
            "INSERT INTO fruitless VALUES (?, ?, 1, ?) ON CONFLICT (site, words) "
            "DO UPDATE SET times = times + 1, last = excluded.last",
            (site, words, today.isoformat()),
        )


def noted(site: str, most: int = 100) -> list[Vain]:
    """Return the words in vain of a site, the most often asked first."""
    with _file().writing() as database:
        found = database.execute(
            "SELECT words, times, last FROM fruitless WHERE site = ? "
            "ORDER BY times DESC, last DESC, words LIMIT ?",
            (site, most),
        ).fetchall()
    return [
        Vain(row["words"], row["times"], date.fromisoformat(row["last"]))
        for row in found
    ]


def _file() -> SqliteFile:
    return _file_at(var_folder() / "searches.sqlite")


@cache
def _file_at(path: Path) -> SqliteFile:
    return SqliteFile(path, SCHEMA)
