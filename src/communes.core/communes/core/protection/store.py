"""The buckets of the machine: one small file that all its processes share."""

from communes.core.jobs.sqlite import SqliteFile
from communes.core.jobs.storage import var_folder
from communes.core.protection.domain.bucket import Bucket
from communes.core.protection.domain.bucket import full
from communes.core.protection.domain.bucket import Rate
from communes.core.protection.domain.bucket import take
from functools import cache
import hashlib
from pathlib import Path


SCHEMA = """
CREATE TABLE IF NOT EXISTS buckets (
    key TEXT PRIMARY KEY, tokens REAL NOT NULL, at REAL NOT NULL, until REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS buckets_until ON buckets (until);
"""


def take_one(key: str, rate: Rate, now: float) -> float:
    """Take a token for ``key``; return how many seconds to wait, 0.0 when taken.

    ``key`` is kept as a sum only, until its bucket is full again: who came is not in
    the file.
    """
    name = hashlib.sha256(key.encode()).hexdigest()
    with _file().writing() as database:
        database.execute("DELETE FROM buckets WHERE until < ?", (now,))
        row = database.execute(
            "SELECT tokens, at FROM buckets WHERE key = ?", (name,)
        ).fetchone()
        known = full(rate, now) if row is None else Bucket(row["tokens"], row["at"])
        left, wait = take(known, rate, now)
        until = now + (rate.burst - left.tokens) * rate.seconds
        database.execute(
            "INSERT OR REPLACE INTO buckets VALUES (?, ?, ?, ?)",
            (name, left.tokens, left.at, until),
        )
    return wait


def _file() -> SqliteFile:
    return _file_at(var_folder() / "protection.sqlite")


@cache
def _file_at(path: Path) -> SqliteFile:
    return SqliteFile(path, SCHEMA)
