"""The worker: a process that does what was asked for, after the commit.

Started with ``main(app)``, where ``app`` is the root of the Zope application.
"""

from collections.abc import Iterator
from communes.core.jobs.drain import Drainer
from communes.core.jobs.leases import job_store
from communes.core.jobs.rounds import Rounds
from communes.core.jobs.runner import JobRunner
from communes.core.jobs.storage import forget
from communes.core.jobs.storage import sites_with_queue
from communes.core.jobs.storage import var_folder
from communes.core.jobs.task import SiteGone
from contextlib import contextmanager
import fcntl
import logging
import os
import signal
import threading
import time
import transaction
from typing import Any


POLL_SECONDS = 0.25
LOCKED_SECONDS = 1.0
FAILED_SECONDS = 5.0
READY_FILE = "worker.ready"
logger = logging.getLogger(__name__)


class Worker:
    """Works through intents and jobs of all sites until it is asked to stop.

    Idle, it compares one number per database every quarter of a second and
    looks at no site. Several workers share the sites: one at a time drains one.
    """

    def __init__(self, app: Any) -> None:
        self._app = app
        self._stop = threading.Event()
        self._drainer = Drainer(app, self._stop.is_set)
        self._rounds = Rounds(app)
        self._runner = JobRunner(app, job_store(), self._stop.is_set)
        self._seen: tuple[bytes, ...] = ()
        self._next_visit = 0.0

    def stop(self) -> None:
        """Ask for a stop: what runs is finished or given back, nothing new begins."""
        self._stop.set()

    def run(self) -> None:
        """Work until ``stop`` is called."""
        while not self._stop.is_set():
            if not self._turn_guarded():
                self._stop.wait(POLL_SECONDS)

    def _turn_guarded(self) -> int:
        try:
            return self.turn()
        # A database or a file that is away for a while must not end the worker.
        except Exception:
            logger.exception("a turn failed; next one in %.0f s", FAILED_SECONDS)
            transaction.abort()
            self._seen = ()
            self._stop.wait(FAILED_SECONDS)
            return 0

    def turn(self) -> int:
        """Do what is ready now; return how much was done."""
        done = 0
        if self._changed() or time.time() >= self._next_visit:
            done = self._visit_all()
        if not self._stop.is_set():
            done += self._runner.turn()
        return done

    def _changed(self) -> bool:
        databases = self._app._p_jar.db().databases
        seen = tuple(databases[name].lastTransaction() for name in sorted(databases))
        changed = seen != self._seen
        self._seen = seen
        return changed

    def _visit_all(self) -> int:
        transaction.begin()
        paths = list(sites_with_queue(self._app))
        transaction.abort()
        done = 0
        visits = []
        for path in paths:
            if self._stop.is_set():
                break
            settled, next_visit = self._visit(path)
            done += settled
            visits.append(next_visit)
        self._next_visit = min(visits, default=float("inf"))
        return done

    def _visit(self, path: str) -> tuple[int, float]:
        with _only_drainer(path) as mine:
            if not mine:
                return 0, time.time() + LOCKED_SECONDS
            try:
                done = self._drainer.drain(path)
                if not self._stop.is_set():
                    done += self._rounds.step(path)
                if done:
                    return done, 0.0
                waits = (self._drainer.next_visit(path), self._rounds.next_visit(path))
                return 0, min(waits)
            except SiteGone:
                self._forget(path)
                return 0, float("inf")
            # One broken site must not keep the others waiting.
            except Exception:
                logger.exception("%s could not be drained", path)
                transaction.abort()
                return 0, time.time() + FAILED_SECONDS

    def _forget(self, path: str) -> None:
        logger.warning("%s does not exist any more", path)
        transaction.begin()
        forget(self._app, path)
        transaction.commit()


@contextmanager
def _only_drainer(path: str) -> Iterator[bool]:
    """Say whether this process may drain ``path`` now; its death frees the place."""
    folder = var_folder() / "locks"
    folder.mkdir(exist_ok=True)
    name = path.strip("/").replace("/", "+") + ".lock"
    with (folder / name).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def main(app: Any) -> None:
    """Work until the process is told to end (TERM or INT).

    The file ``worker.ready`` in the var folder, with the number of the process,
    is there while it works.

    :param app: root of the Zope application, as ``bin/<instance> run`` and
        ``zconsole run`` give it to a script.
    """
    worker = Worker(app)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_unused: worker.stop())
    databases = app._p_jar.db().databases
    for name in sorted(databases):
        logger.info("database %s: %s", name, databases[name].getName())
    logger.info("files outside the database: %s", var_folder())
    logger.info("sites: %s", ", ".join(sites_with_queue(app)) or "none yet")
    ready = var_folder() / READY_FILE
    ready.write_text(f"{os.getpid()}\n")
    logger.info("worker %s is ready", os.getpid())
    try:
        worker.run()
    finally:
        ready.unlink(missing_ok=True)
    logger.info("worker %s has stopped", os.getpid())
