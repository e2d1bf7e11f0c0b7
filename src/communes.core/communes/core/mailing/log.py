"""The log of letters: one file for the machine, written before and after each one.

Outside the object database: what is about to leave is written down at once, whatever
becomes of the transaction, and a newsletter does not swell the database.
"""

from collections.abc import Iterable
from communes.core.jobs.sqlite import SqliteFile
from communes.core.jobs.storage import path_of
from communes.core.jobs.storage import var_folder
from communes.core.mailing.domain.errors import LetterNotOpen
from communes.core.mailing.domain.errors import NoSuchLetter
from communes.core.mailing.domain.letter import OPEN_WAYS
from communes.core.mailing.domain.letter import Way
from dataclasses import dataclass
from functools import cache
import json
from pathlib import Path
import sqlite3
import time
from typing import Any


SCHEMA = """
CREATE TABLE IF NOT EXISTS letters (
    site TEXT NOT NULL, id TEXT NOT NULL, list TEXT NOT NULL,
    subscriber TEXT NOT NULL, address TEXT NOT NULL, subject TEXT NOT NULL,
    message_id TEXT NOT NULL DEFAULT '', way TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '', payload TEXT NOT NULL,
    asked_at REAL NOT NULL, changed_at REAL NOT NULL,
    PRIMARY KEY (site, id)
);
CREATE INDEX IF NOT EXISTS letters_ways ON letters (site, way, changed_at);
CREATE INDEX IF NOT EXISTS letters_ids ON letters (message_id);
CREATE INDEX IF NOT EXISTS letters_queue ON letters (site, way, id);
CREATE TABLE IF NOT EXISTS mailings (
    site TEXT NOT NULL, id TEXT NOT NULL, recipients INTEGER NOT NULL,
    begun_at REAL NOT NULL, PRIMARY KEY (site, id)
);
CREATE TABLE IF NOT EXISTS delays (
    site TEXT NOT NULL, id TEXT NOT NULL, times INTEGER NOT NULL, due REAL NOT NULL,
    PRIMARY KEY (site, id)
);
"""
#: Where a letter needs nobody any more.
SETTLED = frozenset({Way.SENT, Way.DROPPED, Way.BOUNCED, Way.REFUSED, Way.COMPLAINED})
#: How long the line of a letter that is settled is kept.
KEEP_SECONDS = 90 * 86_400.0


@dataclass(frozen=True)
class Line:
    """What is known of one letter."""

    id: str
    list: str
    subscriber: str
    address: str
    subject: str
    way: str
    reason: str
    changed_at: float
    payload: dict[str, Any]


class Log:
    """The letters of one site."""

    def __init__(self, file: SqliteFile, site: str) -> None:
        self._file = file
        self._site = site

    def begin(self, payload: dict[str, str], message_id: str) -> Way:
        """Say that a letter is about to be handed over; return where it was before.

        ``WAITING``: it goes now. Any other answer: it must not. A letter that was on
        its way already has become uncertain.
        """
        now = time.time()
        with self._file.writing() as database:
            known = database.execute(
                "SELECT way FROM letters WHERE site = ? AND id = ?",
                (self._site, payload["id"]),
            ).fetchone()
            if known is None:
                database.execute(
                    "INSERT INTO letters VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?)",
                    (self._site, payload["id"], payload["list"],
                     payload["subscriber"], payload["address"], payload["subject"],
                     message_id, Way.SENDING, json.dumps(payload), now, now),
                )  # fmt: skip
                return Way.WAITING
            before = Way(known["way"])
            if before in (Way.WAITING, Way.SENDING):
                after = Way.SENDING if before is Way.WAITING else Way.UNCERTAIN
                self._set(database, payload["id"], after, "")
                # One of a whole mailing learns its mark only now.
                database.execute(
                    "UPDATE letters SET message_id = ? WHERE site = ? AND id = ?",
                    (message_id, self._site, payload["id"]),
                )
            return before

    def settle(self, id: str, way: Way, reason: str = "") -> None:
        """Say what became of a letter. What the server accepted is never forgotten."""
        with self._file.writing() as database:
            self._set(database, id, way, reason)

    def reopen(self, id: str, way: Way) -> Line:
        """Have a letter wait again, or drop it; return it as it was.

        :raises NoSuchLetter, LetterNotOpen: nobody may decide about it.
        """
        with self._file.writing() as database:
            row = database.execute(
                "SELECT * FROM letters WHERE site = ? AND id = ?", (self._site, id)
            ).fetchone()
            if row is None:
                raise NoSuchLetter(name=id)
            if row["way"] not in OPEN_WAYS:
                raise LetterNotOpen(name=id)
            self._set(database, id, way, "")
        return line_of(row)

    def by_message(self, message_id: str) -> Line | None:
        """Return the letter of a Message-ID, or None."""
        row = self._file.connection().execute(
            "SELECT * FROM letters WHERE site = ? AND message_id = ?",
            (self._site, message_id),
        ).fetchone()  # fmt: skip
        return None if row is None else line_of(row)

    def by_mark(self, mark: str) -> Line | None:
        """Return the letter of a mark (``letter.mark_of``), or None."""
        row = self._file.connection().execute(
            "SELECT * FROM letters WHERE site = ? AND message_id >= ? "
            "AND message_id < ?",
            (self._site, f"<{mark}@", f"<{mark}A"),
        ).fetchone()  # fmt: skip
        return None if row is None else line_of(row)

    def lines(self, ways: Iterable[Way], limit: int = 200) -> list[Line]:
        """Return letters that are somewhere, the last changed first."""
        known = [one.value for one in ways]
        marks = ", ".join("?" for _one in known)
        rows = self._file.connection().execute(
            f"SELECT * FROM letters WHERE site = ? AND way IN ({marks}) "  # noqa: S608
            "ORDER BY changed_at DESC LIMIT ?",
            (self._site, *known, limit),
        )
        return [line_of(row) for row in rows]

    def forget_old(self, now: float) -> int:
        """Forget letters that are long settled; return how many."""
        settled = sorted(SETTLED)
        marks = ", ".join("?" for _one in settled)
        with self._file.writing() as database:
            done = database.execute(
                "DELETE FROM letters WHERE site = ? AND changed_at < ? "  # noqa: S608
                f"AND way IN ({marks})",
                (self._site, now - KEEP_SECONDS, *settled),
            )
            database.execute(
                "DELETE FROM delays WHERE site = ? AND due < ?",
                (self._site, now - KEEP_SECONDS),
            )
        return int(done.rowcount)

    def forget_person(self, subscriber: str) -> None:
        """Forget the address of somebody who left; that letters went is kept."""
        with self._file.writing() as database:
            database.execute(
                "UPDATE letters SET address = '', payload = '{}' "
                "WHERE site = ? AND subscriber = ? AND way != ?",
                (self._site, subscriber, Way.SENDING),
            )

    def _set(
        self, database: sqlite3.Connection, id: str, way: Way, reason: str
    ) -> None:
        database.execute(
            "UPDATE letters SET way = ?, reason = ?, changed_at = ? "
            "WHERE site = ? AND id = ?",
            (way, reason[:500], time.time(), self._site, id),
        )


def log_of(site: Any) -> Log:
    """Return the log of a site."""
    return Log(file_of(), path_of(site))


def file_of() -> SqliteFile:
    """Return the file of the letters of this machine."""
    folder = var_folder() / "mailing"
    folder.mkdir(exist_ok=True)
    return _file_at(folder / "letters.sqlite")


@cache
def _file_at(path: Path) -> SqliteFile:
    return SqliteFile(path, SCHEMA)


def line_of(row: sqlite3.Row) -> Line:
    """Return the line of a row of the file."""
    return Line(
        row["id"], row["list"], row["subscriber"], row["address"], row["subject"],
        row["way"], row["reason"], row["changed_at"], json.loads(row["payload"]),
    )  # fmt: skip
