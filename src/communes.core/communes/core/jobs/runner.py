"""How a job with a lease is run: as its user, renewed as it goes, given back."""

from collections.abc import Callable
from communes.core.jobs.errors import LeaseLost
from communes.core.jobs.errors import StopAsked
from communes.core.jobs.interfaces import IJobHandler
from communes.core.jobs.leases import Job
from communes.core.jobs.leases import SqliteJobStore
from communes.core.jobs.task import task
import logging
import transaction
from typing import Any
from zope.component import queryUtility


LEASE_SECONDS = 120.0
logger = logging.getLogger(__name__)


class RunningJob:
    """A job in the hands of its handler."""

    def __init__(
        self,
        job: Job,
        store: SqliteJobStore,
        lease_seconds: float,
        stopping: Callable[[], bool],
    ) -> None:
        self.args = job.args
        self.key = job.key
        self.attempts = job.attempts
        self._job = job
        self._store = store
        self._lease_seconds = lease_seconds
        self._stopping = stopping

    def progress(self, done: int, total: int, note: str = "") -> None:
        """Say how far the job is, and keep it for another ``lease_seconds``.

        :raises LeaseLost: when another worker has taken the job over.
        :raises StopAsked: when the worker is to stop; commit nothing after it.
        """
        self._store.progress(self._job, done, total, note, self._lease_seconds)
        if self._stopping():
            raise StopAsked

    def commit(self) -> None:
        """Commit the current transaction, if the job is still ours.

        :raises LeaseLost: when it is not; nothing is committed then.
        """
        self._store.renew(self._job, self._lease_seconds)
        transaction.commit()


class JobRunner:
    """Runs the jobs of ``store``, one at a time."""

    def __init__(
        self, app: Any, store: SqliteJobStore, stopping: Callable[[], bool]
    ) -> None:
        self._app = app
        self._store = store
        self._stopping = stopping

    def turn(self) -> int:
        """Run the next job, if there is one; return how many were run."""
        job = self._store.take(LEASE_SECONDS)
        if job is None:
            return 0
        logger.info(
            "job %s: %s %s, attempt %s", job.id, job.name, job.key, job.attempts
        )
        try:
            self._run(job)
            self._store.done(job)
        except LeaseLost:
            logger.warning("job %s was taken over by another worker", job.id)
        except StopAsked:
            self._store.release(job)
        # A handler may fail in any way; the reason is kept with the job.
        except Exception as error:
            logger.exception("job %s failed", job.id)
            self._failed(job, repr(error))
        return 1

    def _run(self, job: Job) -> None:
        handler = queryUtility(IJobHandler, name=job.name)
        if handler is None:
            raise LookupError(f"no handler is registered for the job {job.name}")
        lease_seconds = float(getattr(handler, "lease_seconds", LEASE_SECONDS))
        self._store.renew(job, lease_seconds)
        running = RunningJob(job, self._store, lease_seconds, self._stopping)
        with task(self._app, job.site, job.run_as) as site:
            handler.run(site, running)
            running.commit()

    def _failed(self, job: Job, reason: str) -> None:
        try:
            self._store.fail(job, reason)
        except LeaseLost:
            logger.warning("job %s failed here after another worker took it", job.id)
