"""Jobs that hold a lease, in SQLite: one machine, several processes."""

from communes.core.jobs.domain import MAX_ATTEMPTS
from communes.core.jobs.domain import wait_seconds
from communes.core.jobs.errors import LeaseLost
from communes.core.jobs.errors import NotGivenUp
from communes.core.jobs.interfaces import IJobStore
from communes.core.jobs.sqlite import SqliteFile
from communes.core.jobs.storage import var_folder
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
import json
from pathlib import Path
import sqlite3
import time
from typing import Any
from uuid import uuid4
from zope.interface import implementer


SCHEMA = """
CREATE TABLE IF NOT EXISTS jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,
    args TEXT NOT NULL, run_as TEXT NOT NULL, origin TEXT UNIQUE,
    state TEXT NOT NULL DEFAULT 'queued', attempts INTEGER NOT NULL DEFAULT 0,
    not_before REAL NOT NULL DEFAULT 0, lease TEXT NOT NULL DEFAULT '',
    lease_until REAL NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '',
    done INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '', asked_at REAL NOT NULL, closed_at REAL
);
CREATE UNIQUE INDEX IF NOT EXISTS jobs_waiting ON jobs (site, name, key)
    WHERE state = 'queued';
CREATE INDEX IF NOT EXISTS jobs_open ON jobs (state, not_before);
"""
NEXT = """
SELECT id FROM jobs AS candidate WHERE state = 'queued' AND not_before <= ?
    AND NOT EXISTS (SELECT 1 FROM jobs WHERE state = 'running'
        AND site = candidate.site AND name = candidate.name
        AND key = candidate.key)
    ORDER BY id LIMIT 1
"""


class JobState(StrEnum):
    """Where a job stands; ``superseded``: a newer one of its key does its work."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    DEAD = "dead"
    SUPERSEDED = "superseded"


@dataclass(frozen=True)
class Job:
    """A job as it was read; ``done`` of ``total`` is its last known progress."""

    id: int
    site: str
    name: str
    key: str
    args: dict[str, Any]
    run_as: str
    state: JobState
    attempts: int
    lease: str
    reason: str
    done: int
    total: int
    note: str
    asked_at: float


def _job(row: sqlite3.Row) -> Job:
    values = {name: row[name] for name in Job.__dataclass_fields__}
    values["args"] = json.loads(values["args"])
    values["state"] = JobState(values["state"])
    return Job(**values)


@implementer(IJobStore)
class SqliteJobStore:
    """The job store of one machine. Several processes may use one file."""

    def __init__(self, path: Path) -> None:
        self._file = SqliteFile(path, SCHEMA)

    def enqueue(
        self,
        site: str,
        name: str,
        args: dict[str, Any],
        key: str,
        run_as: str = "",
        origin: str | None = None,
    ) -> int:
        """Ask for a job; see ``IJobStore``. The latest arguments win."""
        with self._file.writing() as db:
            if origin is not None:
                known = db.execute("SELECT id FROM jobs WHERE origin = ?", (origin,))
                row = known.fetchone()
                if row:
                    return int(row["id"])
            row = db.execute(
                "INSERT INTO jobs (site, name, key, args, run_as, origin, asked_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (site, name, key) WHERE state = 'queued' DO UPDATE"
                " SET args = excluded.args, run_as = excluded.run_as,"
                " origin = excluded.origin, not_before = 0 RETURNING id",
                (site, name, key, json.dumps(args), run_as, origin, time.time()),
            ).fetchone()
            return int(row["id"])

    def take(self, lease_seconds: float) -> Job | None:
        """Return the next job to do under a new lease; see ``IJobStore``."""
        now = time.time()
        if not self._anything(now):
            return None
        with self._file.writing() as db:
            self._take_back(db, now)
            row = db.execute(NEXT, (now,)).fetchone()
            if row is None:
                return None
            taken = db.execute(
                "UPDATE jobs SET state = 'running', attempts = attempts + 1,"
                " lease = ?, lease_until = ? WHERE id = ? RETURNING *",
                (uuid4().hex, now + lease_seconds, row["id"]),
            ).fetchone()
            return _job(taken)

    def _anything(self, now: float) -> bool:
        row = self._file.connection().execute(
            "SELECT 1 FROM jobs WHERE (state = 'queued' AND not_before <= ?)"
            " OR (state = 'running' AND lease_until < ?) LIMIT 1",
            (now, now),
        )
        return row.fetchone() is not None

    def _take_back(self, db: sqlite3.Connection, now: float) -> None:
        late = db.execute(
            "SELECT * FROM jobs WHERE state = 'running' AND lease_until < ?", (now,)
        ).fetchall()
        for row in late:
            _give_back(db, _job(row), "the worker gave no sign of life", now)

    def renew(self, job: Job, lease_seconds: float) -> None:
        """Extend the lease; see ``IJobStore``."""
        self._change(job, "lease_until = ?", time.time() + lease_seconds)

    def progress(
        self, job: Job, done: int, total: int, note: str, lease_seconds: float
    ) -> None:
        """Record how far the job is, and extend the lease; see ``IJobStore``."""
        until = time.time() + lease_seconds
        change = "done = ?, total = ?, note = ?, lease_until = ?"
        self._change(job, change, done, total, note, until)

    def done(self, job: Job) -> None:
        """Close the job; see ``IJobStore``."""
        self._change(job, "state = 'done', lease = '', closed_at = ?", time.time())

    def fail(self, job: Job, reason: str) -> None:
        """Count a failed attempt; see ``IJobStore``."""
        now = time.time()
        with self._file.writing() as db:
            _held(db, job)
            _give_back(db, job, reason, now + wait_seconds(job.attempts))

    def release(self, job: Job) -> None:
        """Give the job back untouched; see ``IJobStore``."""
        with self._file.writing() as db:
            _held(db, job)
            db.execute(
                "UPDATE jobs SET attempts = attempts - 1 WHERE id = ?", (job.id,)
            )
            _requeue(db, job, "", 0.0)

    def jobs(
        self, site: str, state: JobState | None = None, limit: int = 100
    ) -> list[Job]:
        """Return the jobs of ``site``, newest first."""
        rows = self._file.connection().execute(
            "SELECT * FROM jobs WHERE site = ? AND (? IS NULL OR state = ?)"
            " ORDER BY id DESC LIMIT ?",
            (site, state, state, limit),
        )
        return [_job(row) for row in rows]

    def retry(self, site: str, job: int) -> None:
        """Queue a job that was given up again; see ``IJobStore``."""
        with self._file.writing() as db:
            row = db.execute(
                "SELECT * FROM jobs WHERE id = ? AND site = ? AND state = 'dead'",
                (job, site),
            ).fetchone()
            if row is None:
                raise NotGivenUp(work=job)
            db.execute("UPDATE jobs SET attempts = 0 WHERE id = ?", (job,))
            _requeue(db, _job(row), "", 0.0)

    def _change(self, job: Job, change: str, *values: object) -> None:
        statement = f"UPDATE jobs SET {change} WHERE id = ?"  # noqa: S608 - our words
        with self._file.writing() as db:
            _held(db, job)
            db.execute(statement, (*values, job.id))


def _held(db: sqlite3.Connection, job: Job) -> None:
    held = db.execute(
        "SELECT 1 FROM jobs WHERE id = ? AND lease = ? AND state = 'running'",
        (job.id, job.lease),
    )
    if held.fetchone() is None:
        raise LeaseLost(job=job.id)


def _give_back(
    db: sqlite3.Connection, job: Job, reason: str, not_before: float
) -> None:
    if job.attempts < MAX_ATTEMPTS:
        _requeue(db, job, reason, not_before)
        return
    db.execute(
        "UPDATE jobs SET state = 'dead', lease = '', reason = ?, closed_at = ?"
        " WHERE id = ?",
        (reason, time.time(), job.id),
    )


def _requeue(db: sqlite3.Connection, job: Job, reason: str, not_before: float) -> None:
    twin = db.execute(
        "SELECT 1 FROM jobs WHERE state = 'queued'"
        " AND site = ? AND name = ? AND key = ?",
        (job.site, job.name, job.key),
    ).fetchone()
    state = JobState.SUPERSEDED if twin else JobState.QUEUED
    db.execute(
        "UPDATE jobs SET state = ?, lease = '', reason = ?, not_before = ?"
        " WHERE id = ?",
        (state, reason, not_before, job.id),
    )


@cache
def _store_at(path: Path) -> SqliteJobStore:
    return SqliteJobStore(path)


def job_store() -> SqliteJobStore:
    """Return the job store of this machine, ``jobs.sqlite`` in the var folder."""
    return _store_at(var_folder() / "jobs.sqlite")
