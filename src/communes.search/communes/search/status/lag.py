"""Measures, in the worker, how long a change takes until a search finds it."""

from communes.core.jobs.sqlite import SqliteFile
from communes.core.jobs.storage import var_folder
from communes.search.clients.errors import SolrError
from communes.search.clients.solr import SolrClient
from communes.search.domain.versions import VERSION
from communes.search.status.domain import Lag
from communes.search.status.domain import lag_of
from functools import cache
from pathlib import Path
import threading
import time


POLL_SECONDS = 0.05
GIVEN_UP_SECONDS = 30.0
# One measure of a site in this time is enough; a busy worker makes thousands.
EVERY_SECONDS = 2.0
KEPT = 500
SCHEMA = """
CREATE TABLE IF NOT EXISTS lag (
    site TEXT NOT NULL, at REAL NOT NULL, seconds REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS lag_site ON lag (site, at);
"""
_last: dict[str, float] = {}


@cache
def _file_at(path: Path) -> SqliteFile:
    return SqliteFile(path, SCHEMA)


def _file() -> SqliteFile:
    return _file_at(var_folder() / "search-lag.sqlite")


def watch(
    site: str, client: SolrClient, uid: str, version: int, asked_at: float
) -> threading.Thread | None:
    """Measure, beside what goes on, when what was just sent is found.

    :param site: the path of the site.
    :param version: that of the document that was sent.
    :param asked_at: when the change was made, in seconds since the epoch.
    :returns: the thread that measures; None when one was measured a moment ago.
    """
    now = time.monotonic()
    if now - _last.get(site, -EVERY_SECONDS) < EVERY_SECONDS:
        return None
    _last[site] = now
    thread = threading.Thread(
        target=_measure,
        args=(_file(), site, client, uid, version, asked_at),
        name="search-lag",
        daemon=True,
    )
    thread.start()
    return thread


def _measure(
    file: SqliteFile,
    site: str,
    client: SolrClient,
    uid: str,
    version: int,
    asked_at: float,
) -> None:
    question = [
        ("q", f"{{!term f=UID}}{uid}"),
        ("fq", f"{VERSION}:[{version} TO *]"),
        ("rows", "0"),
    ]
    deadline = time.monotonic() + GIVEN_UP_SECONDS
    pause = threading.Event()
    while time.monotonic() < deadline:
        try:
            found = client.select(question)["response"]["numFound"]
        except SolrError:
            # A Solr in trouble is told by the breaker and the age of the outbox.
            return
        if found:
            keep(file, site, time.time(), max(time.time() - asked_at, 0.0))
            break
        pause.wait(POLL_SECONDS)
    file.close()


def keep(file: SqliteFile, site: str, at: float, seconds: float) -> None:
    """Note one measure; the oldest ones go."""
    with file.writing() as db:
        db.execute("INSERT INTO lag VALUES (?, ?, ?)", (site, at, seconds))
        db.execute(
            "DELETE FROM lag WHERE site = ? AND at < (SELECT min(at) FROM ("
            "SELECT at FROM lag WHERE site = ? ORDER BY at DESC LIMIT ?))",
            (site, site, KEPT),
        )


def measured(site: str) -> Lag | None:
    """Return the lag of the site at this path; None before the first measure."""
    rows = (
        _file()
        .connection()
        .execute("SELECT seconds FROM lag WHERE site = ?", (site,))
        .fetchall()
    )
    return lag_of([row["seconds"] for row in rows])
