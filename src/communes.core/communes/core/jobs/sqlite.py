"""How a SQLite file is opened: by several processes, proof against a power cut."""

from collections.abc import Iterator
from contextlib import contextmanager
import fcntl
import os
from pathlib import Path
import sqlite3
import threading


BUSY_SECONDS = 10.0


class SqliteFile:
    """One SQLite file; a connection per process and thread, opened when needed."""

    def __init__(self, path: Path, schema: str) -> None:
        self.path = path
        self._schema = schema
        self._local = threading.local()

    def connection(self) -> sqlite3.Connection:
        """Return the connection of this thread, in autocommit mode."""
        known = getattr(self._local, "known", None)
        if known is None or known[0] != os.getpid():
            known = (os.getpid(), self._opened())
            self._local.known = known
        return known[1]

    def _opened(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=BUSY_SECONDS, isolation_level=None
        )
        connection.row_factory = sqlite3.Row
        connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
        connection.execute("PRAGMA synchronous = FULL")
        with self._alone():
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(self._schema)
        return connection

    @contextmanager
    def _alone(self) -> Iterator[None]:
        # SQLite does not wait, but refuses, when two processes change the mode
        # of a new file at once.
        with self.path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a transaction that holds the write lock from its first statement."""
        connection = self.connection()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def close(self) -> None:
        """Close the connection of this thread."""
        known = getattr(self._local, "known", None)
        if known is not None and known[0] == os.getpid():
            known[1].close()
        self._local.known = None
