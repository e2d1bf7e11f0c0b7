"""The file of a journal: several processes append to it, one at a time seals."""

from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.jobs.sqlite import SqliteFile
from communes.core.journal.domain import BEGINNING
from communes.core.journal.domain import Break
from communes.core.journal.domain import Entry
from communes.core.journal.domain import first_break
from communes.core.journal.domain import Sealed
from communes.core.journal.domain import sealed
from functools import cache
import json
from pathlib import Path
import sqlite3


SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
    target TEXT NOT NULL, target_uid TEXT NOT NULL, details TEXT NOT NULL,
    origin TEXT NOT NULL UNIQUE, previous TEXT NOT NULL, seal TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS entries_target ON entries (target_uid, number);
CREATE TRIGGER IF NOT EXISTS entries_stay BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'the journal can only be added to'); END;
CREATE TRIGGER IF NOT EXISTS entries_hold BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'the journal can only be added to'); END;
"""


def _details(text: str) -> dict[str, object]:
    try:
        return dict(json.loads(text))
    except (TypeError, ValueError):
        # Nobody but a forger writes this: the seal will tell.
        return {"unreadable": text}


def _sealed(row: sqlite3.Row) -> Sealed:
    entry = Entry(
        at=row["at"],
        actor=row["actor"],
        action=row["action"],
        target=row["target"],
        target_uid=row["target_uid"],
        details=_details(row["details"]),
        origin=row["origin"],
    )
    return Sealed(row["number"], entry, row["previous"], row["seal"])


class JournalStore:
    """The journal of one commune.

    An entry is chained to the last one under the write lock of the file: of
    several processes one seals at a time, and a process killed half-way leaves
    the chain as it was.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = SqliteFile(path, SCHEMA)

    def append(self, entries: Iterable[Entry]) -> int:
        """Seal ``entries`` in their order, on disk when this returns.

        Entries whose origin is known are left out. Returns how many were added.
        """
        with self._file.writing() as db:
            number, previous = self._head(db)
            added = 0
            for entry in entries:
                if _known(db, entry.origin):
                    continue
                number += 1
                each = sealed(number, entry, previous)
                _insert(db, each)
                previous = each.seal
                added += 1
            return added

    def head(self) -> tuple[int, str]:
        """Return number and seal of the last entry: an anchor to note elsewhere."""
        return self._head(self._file.connection())

    def _head(self, db: sqlite3.Connection) -> tuple[int, str]:
        row = db.execute(
            "SELECT number, seal FROM entries ORDER BY number DESC LIMIT 1"
        ).fetchone()
        return (row["number"], row["seal"]) if row else (0, BEGINNING)

    def entries(
        self, target_uid: str | None = None, after: int = 0, limit: int = 100
    ) -> list[Sealed]:
        """Return entries in order, from number ``after`` + 1 on; a page of them."""
        rows = self._file.connection().execute(
            "SELECT * FROM entries WHERE number > ?"
            " AND (? IS NULL OR target_uid = ?) ORDER BY number LIMIT ?",
            (after, target_uid, target_uid, limit),
        )
        return [_sealed(row) for row in rows]

    def chain(self) -> Iterator[Sealed]:
        """Yield all entries in order, without holding them all."""
        for row in self._file.connection().execute(
            "SELECT * FROM entries ORDER BY number"
        ):
            yield _sealed(row)

    def verify(self, anchor: tuple[int, str] | None = None) -> Break | None:
        """Return the first broken entry, or None when the chain holds.

        An end cut off is noticed by the number SQLite gave last; somebody who
        also rewrites that is noticed with an ``anchor`` noted earlier.
        """
        broken = first_break(self.chain(), anchor)
        if broken is not None:
            return broken
        given = self._file.connection().execute(
            "SELECT seq FROM sqlite_sequence WHERE name = 'entries'"
        )
        row = given.fetchone()
        last = self.head()[0]
        if row is not None and row["seq"] > last:
            return Break(last + 1, f"missing: {row['seq']} entries were sealed")
        return None


def _known(db: sqlite3.Connection, origin: str) -> bool:
    row = db.execute("SELECT 1 FROM entries WHERE origin = ?", (origin,))
    return row.fetchone() is not None


def _insert(db: sqlite3.Connection, each: Sealed) -> None:
    entry = each.entry
    details = json.dumps(dict(entry.details), ensure_ascii=False, allow_nan=False)
    db.execute(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            each.number,
            entry.at,
            entry.actor,
            entry.action,
            entry.target,
            entry.target_uid,
            details,
            entry.origin,
            each.previous,
            each.seal,
        ),
    )


@cache
def store_at(path: Path) -> JournalStore:
    """Return the journal kept in the file ``path``."""
    return JournalStore(path)
