"""The letters of one mailing in the log: who is left, and how many are where."""

from collections.abc import Callable
from collections.abc import Iterable
from communes.core.jobs.sqlite import SqliteFile
from communes.core.jobs.storage import path_of
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.domain.subscriber import Subscriber
from communes.core.mailing.log import file_of
from communes.core.mailing.log import Line
from communes.core.mailing.log import line_of
from dataclasses import dataclass
import time
from typing import Any


#: A server that says « later » is asked again after these; then it is a refusal.
LATER_SECONDS = (300, 900, 3600, 4 * 3600, 12 * 3600, 24 * 3600)


@dataclass(frozen=True)
class Waiting:
    """One who has not got the letter yet."""

    id: str
    subscriber: str


def letter_id(mailing: str, subscriber: str) -> str:
    """Return which letter to whom: a mailing goes to a subscriber once."""
    return f"{mailing}:{subscriber}"


class Queue:
    """The letters of the mailings of one site."""

    def __init__(self, file: SqliteFile, site: str) -> None:
        self._file = file
        self._site = site

    def begin(
        self,
        mailing: str,
        name: str,
        subject: str,
        recipients: Callable[[], Iterable[Subscriber]],
    ) -> None:
        """Write down who gets the letter, all of them or nobody; once."""
        if self.recipients(mailing) is not None:
            return
        now = time.time()
        rows = [
            (self._site, letter_id(mailing, one.id), name, one.id, one.address,
             subject, Way.WAITING, now, now)
            for one in recipients()
        ]  # fmt: skip
        with self._file.writing() as database:
            begun = database.execute(
                "INSERT OR IGNORE INTO mailings VALUES (?, ?, ?, ?)",
                (self._site, mailing, len(rows), now),
            )
            if begun.rowcount:
                database.executemany(
                    "INSERT OR IGNORE INTO letters VALUES "
                    "(?, ?, ?, ?, ?, ?, '', ?, '', '{}', ?, ?)",
                    rows,
                )

    def recipients(self, mailing: str) -> int | None:
        """Return to how many a mailing goes; None before it began."""
        row = self._file.connection().execute(
            "SELECT recipients FROM mailings WHERE site = ? AND id = ?",
            (self._site, mailing),
        ).fetchone()  # fmt: skip
        return None if row is None else int(row["recipients"])

    def doubt(self, mailing: str) -> int:
        """Say that what was on its way is uncertain; return how many letters.

        For who has just taken the mailing over: whoever was sending is gone.
        """
        with self._file.writing() as database:
            done = database.execute(
                "UPDATE letters SET way = ?, changed_at = ? "
                "WHERE site = ? AND way = ? AND id >= ? AND id < ?",
                (Way.UNCERTAIN, time.time(), self._site, Way.SENDING, *_all(mailing)),
            )
        return int(done.rowcount)

    def next(self, mailing: str, most: int) -> list[Waiting]:
        """Return some of those who may get the letter now."""
        rows = self._file.connection().execute(
            "SELECT letters.id, subscriber FROM letters "
            "LEFT JOIN delays ON delays.site = letters.site AND delays.id = letters.id "
            "WHERE letters.site = ? AND way = ? AND letters.id >= ? AND letters.id < ? "
            "AND COALESCE(due, 0) <= ? ORDER BY letters.id LIMIT ?",
            (self._site, Way.WAITING, *_all(mailing), time.time(), most),
        )
        return [Waiting(row["id"], row["subscriber"]) for row in rows]

    def put_off(self, id: str) -> bool:
        """Have a letter wait longer each time; return False when it waited enough."""
        with self._file.writing() as database:
            row = database.execute(
                "SELECT times FROM delays WHERE site = ? AND id = ?", (self._site, id)
            ).fetchone()
            times = 0 if row is None else int(row["times"])
            if times >= len(LATER_SECONDS):
                return False
            database.execute(
                "INSERT OR REPLACE INTO delays VALUES (?, ?, ?, ?)",
                (self._site, id, times + 1, time.time() + LATER_SECONDS[times]),
            )
        return True

    def lines(self, mailing: str, ways: Iterable[Way], most: int = 200) -> list[Line]:
        """Return the letters of a mailing that are there, the last changed first."""
        known = [one.value for one in ways]
        marks = ", ".join("?" for _one in known)
        rows = self._file.connection().execute(
            "SELECT * FROM letters WHERE site = ? AND id >= ? AND id < ? "  # noqa: S608
            f"AND way IN ({marks}) ORDER BY changed_at DESC LIMIT ?",
            (self._site, *_all(mailing), *known, most),
        )
        return [line_of(row) for row in rows]

    def counts(self, mailing: str) -> dict[Way, int]:
        """Return how many letters of a mailing are where."""
        rows = self._file.connection().execute(
            "SELECT way, COUNT(*) AS many FROM letters "
            "WHERE site = ? AND id >= ? AND id < ? GROUP BY way",
            (self._site, *_all(mailing)),
        )
        return {Way(row["way"]): int(row["many"]) for row in rows}

    def handed_over_since(self, name: str, moment: float) -> int:
        """Return how many letters of a list were given to the server since then."""
        row = self._file.connection().execute(
            "SELECT COUNT(*) AS many FROM letters WHERE site = ? AND list = ? "
            "AND way IN (?, ?, ?) AND changed_at > ?",
            (self._site, name, Way.SENT, Way.REFUSED, Way.UNCERTAIN, moment),
        ).fetchone()  # fmt: skip
        return int(row["many"])


def queue_of(site: Any) -> Queue:
    """Return the letters of the mailings of a site."""
    return Queue(file_of(), path_of(site))


def _all(mailing: str) -> tuple[str, str]:
    # Every id that begins with the mailing and a colon; a semicolon comes next.
    return f"{mailing}:", f"{mailing};"
