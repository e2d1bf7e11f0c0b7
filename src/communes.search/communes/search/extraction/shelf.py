"""The texts of files already read, by the SHA-256 sum of each, in one SQLite file."""

from communes.core.jobs.sqlite import SqliteFile
from communes.search.extraction.domain.outcome import Ending
from communes.search.extraction.domain.outcome import Reading
from datetime import datetime
from datetime import UTC
from pathlib import Path


FILE_NAME = "extraction.sqlite"
# Another number has every file read again: raise it when the readers learn something.
READERS_VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS reading (
    sum TEXT NOT NULL,
    version INTEGER NOT NULL,
    ending TEXT NOT NULL,
    detail TEXT NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (sum, version)
);
"""


class Shelf:
    """Readings by the sum of the file. A file that failed is not tried again."""

    def __init__(self, folder: Path) -> None:
        self._file = SqliteFile(folder / FILE_NAME, _SCHEMA)

    def get(self, digest: str) -> Reading | None:
        """Return the reading of the file with this sum, None if never read."""
        wanted = (
            "SELECT ending, text, detail FROM reading WHERE sum = ? AND version = ?"
        )
        found = self._file.connection().execute(wanted, (digest, READERS_VERSION))
        row = found.fetchone()
        if row is None:
            return None
        return Reading(Ending(row["ending"]), row["text"], row["detail"])

    def put(self, digest: str, reading: Reading) -> None:
        """Keep a reading, and none of an earlier version of the readers."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._file.writing() as connection:
            connection.execute(
                "DELETE FROM reading WHERE sum = ? AND version < ?",
                (digest, READERS_VERSION),
            )
            told = (reading.ending, reading.detail, reading.text, now)
            connection.execute(
                "INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?, ?, ?)",
                (digest, READERS_VERSION, *told),
            )

    def counts(self) -> dict[str, int]:
        """Return how many files ended in each way."""
        rows = self._file.connection().execute(
            "SELECT ending, COUNT(*) AS many FROM reading WHERE version = ? "
            "GROUP BY ending",
            (READERS_VERSION,),
        )
        return {row["ending"]: row["many"] for row in rows}
