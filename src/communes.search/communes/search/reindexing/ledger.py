"""Which portions of a reindex are done, and by whom the others are being done.

A file outside the object database, shared by the processes that work together. What
a killed process had begun is taken over: the lock of the process died with it.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.jobs.sqlite import SqliteFile
from communes.core.jobs.storage import var_folder
from communes.search.reindexing.domain import Portion
from contextlib import contextmanager
import fcntl
from pathlib import Path
from typing import IO
from uuid import uuid4


SCHEMA = """
CREATE TABLE IF NOT EXISTS portions (
    core TEXT NOT NULL, number INTEGER NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL, size INTEGER NOT NULL,
    owner TEXT NOT NULL DEFAULT '', done INTEGER NOT NULL DEFAULT 0,
    sent INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (core, number)
);
CREATE TABLE IF NOT EXISTS failures (
    core TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (core, path)
);
"""


class Worker:
    """One of the processes of a reindex, alive as long as it holds its lock."""

    def __init__(self, folder: Path) -> None:
        self.name = uuid4().hex
        self._path = folder / f"{self.name}.lock"
        self._lock: IO[str] = self._path.open("w")
        fcntl.flock(self._lock, fcntl.LOCK_EX)

    def close(self) -> None:
        """Say that nothing is being done any more."""
        self._path.unlink(missing_ok=True)
        self._lock.close()


class Ledger:
    """The portions of the indexes in the making on this machine."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._file = SqliteFile(folder / "portions.sqlite", SCHEMA)

    def lay(self, core: str, portions: Iterable[Portion]) -> None:
        """Note the portions of ``core``, unless they are noted already."""
        with self._file.writing() as db:
            if not db.execute(
                "SELECT 1 FROM portions WHERE core = ? LIMIT 1", (core,)
            ).fetchone():
                db.executemany(
                    "INSERT INTO portions (core, number, first, last, size)"
                    " VALUES (?, ?, ?, ?, ?)",
                    ((core, p.number, p.first, p.last, p.size) for p in portions),
                )

    def take(self, core: str, worker: Worker) -> Portion | None:
        """Return a portion that nobody works on; None when there is none."""
        with self._file.writing() as db:
            for row in db.execute(
                "SELECT * FROM portions WHERE core = ? AND done = 0 ORDER BY number",
                (core,),
            ).fetchall():
                if row["owner"] and self._is_alive(row["owner"]):
                    continue
                db.execute(
                    "UPDATE portions SET owner = ? WHERE core = ? AND number = ?",
                    (worker.name, core, row["number"]),
                )
                return Portion(row["number"], row["first"], row["last"], row["size"])
        return None

    def settle(
        self, core: str, portion: Portion, sent: int, failed: Iterable[str]
    ) -> None:
        """Note that a portion is done: Solr has taken ``sent`` documents of it."""
        with self._file.writing() as db:
            db.execute(
                "UPDATE portions SET done = 1, owner = '', sent = ?"
                " WHERE core = ? AND number = ?",
                (sent, core, portion.number),
            )
            db.executemany(
                "INSERT OR IGNORE INTO failures VALUES (?, ?)",
                ((core, path) for path in failed),
            )

    def is_done(self, core: str) -> bool:
        """Tell whether every portion is done."""
        left = "SELECT count(*) FROM portions WHERE core = ? AND done = 0"
        return not self._one(left, core)[0]

    def counts(self, core: str) -> tuple[int, int, int, int]:
        """Return how many objects there are, are done, were sent, and failed."""
        total, done, sent = self._one(
            "SELECT coalesce(sum(size), 0), coalesce(sum(size * done), 0),"
            " coalesce(sum(sent), 0) FROM portions WHERE core = ?",
            core,
        )
        failed = self._one("SELECT count(*) FROM failures WHERE core = ?", core)
        return total, done, sent, failed[0]

    def failures(self, core: str) -> list[str]:
        """Return the paths of what could not be sent."""
        rows = self._file.connection().execute(
            "SELECT path FROM failures WHERE core = ? ORDER BY path", (core,)
        )
        return [row["path"] for row in rows]

    def forget(self, base: str) -> None:
        """Drop everything about the indexes of ``base``."""
        with self._file.writing() as db:
            db.execute("DELETE FROM portions WHERE core GLOB ?", (f"{base}--*",))
            db.execute("DELETE FROM failures WHERE core GLOB ?", (f"{base}--*",))

    @contextmanager
    def alone(self, base: str) -> Iterator[None]:
        """Wait until no other process begins or ends a reindex of ``base``."""
        with (self.folder / f"{base}.begin").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _one(self, statement: str, core: str) -> tuple:
        return tuple(self._file.connection().execute(statement, (core,)).fetchone())

    def _is_alive(self, owner: str) -> bool:
        try:
            lock = (self.folder / f"{owner}.lock").open()
        except FileNotFoundError:
            return False
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        (self.folder / f"{owner}.lock").unlink(missing_ok=True)
        return False


def ledger() -> Ledger:
    """Return the ledger of this machine, below the var folder."""
    return Ledger(var_folder() / "search-reindex")
