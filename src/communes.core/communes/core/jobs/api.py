"""The door to work done after the commit: ask for it, and see how far it is."""

from communes.core.jobs.domain import Letter
from communes.core.jobs.errors import NotGivenUp
from communes.core.jobs.leases import Job
from communes.core.jobs.leases import job_store
from communes.core.jobs.leases import JobState
from communes.core.jobs.storage import path_of
from communes.core.jobs.storage import queue_of
import time
import transaction
from typing import Any
from uuid import uuid4
from zope.component.hooks import getSite


ENQUEUE_KIND = "job"
_TOKEN = object()


def _token() -> str:
    current = transaction.get()
    try:
        return str(current.data(_TOKEN))
    except KeyError:
        token = uuid4().hex[:12]
        current.set_data(_TOKEN, token)
        return token


def intend(kind: str, key: str, payload: dict[str, Any]) -> None:
    """Ask, in the current transaction, for something to be done after its commit.

    An abort or a rolled back savepoint takes the request back. Requests of the
    same kind and key that were not yet started become one, with the latest
    payload. Several processes may ask at the same time without a conflict.

    :param kind: name of the ``IIntentHandler`` that will do it.
    :param key: what the work is idempotent by (a UID, a message id).
    :param payload: plain JSON values, 32 KB at most.
    :raises PayloadRefused: for anything else.
    :raises NoQueue: when the current site has no queue.
    """
    queue_of(getSite()).put(kind, key, payload, time.time_ns(), _token())


def pending(site: Any, kind: str | None = None) -> int:
    """Return how many requests of ``site`` are still to do, failed ones included."""
    return queue_of(site).pending(kind)


def unsettled(site: Any, kind: str, most: int) -> frozenset[str] | None:
    """Return the keys of ``kind`` that were asked for and are not done.

    Those that failed or were given up included; None when there are more than
    ``most``, so that a long queue costs its reader nothing.
    """
    queue = queue_of(site)
    if queue.pending(kind) + queue.shelf.given_up(kind) > most:
        return None
    return frozenset(queue.keys(kind))


def lately(site: Any, kind: str) -> frozenset[str]:
    """Return the keys of ``kind`` that were done so lately that it may not show yet.

    For kinds whose handler has ``shown_after_seconds``; none for the others.
    """
    return frozenset(queue_of(site).done_lately(kind, time.time()))


def oldest_age(site: Any) -> float:
    """Return for how many seconds the oldest request has waited; 0.0 without any."""
    oldest = queue_of(site).oldest()
    return 0.0 if oldest is None else max(time.time() - oldest, 0.0)


def failing(site: Any) -> list[Letter]:
    """Return the requests that failed and will be tried again, with the reason."""
    return list(queue_of(site).shelf.letters())


def dead_letters(site: Any) -> list[Letter]:
    """Return the requests that were given up, with the reason."""
    return list(queue_of(site).shelf.dead_letters())


def revive(site: Any, kind: str, key: str) -> None:
    """Have a request that was given up tried again.

    :raises NotGivenUp: when there is none of this kind and key.
    """
    try:
        queue_of(site).shelf.revive(kind, key, time.time())
    except KeyError as missing:
        raise NotGivenUp(work=f"{kind} {key}") from missing


def jobs(site: Any, state: JobState | None = None, limit: int = 100) -> list[Job]:
    """Return the longer jobs of ``site``, newest first, of one state when given."""
    return job_store().jobs(path_of(site), state, limit)


def retry_job(site: Any, job: int) -> None:
    """Have a longer job that was given up tried again, from its first attempt.

    :raises NotGivenUp: when the site has no such job.
    """
    job_store().retry(path_of(site), job)


def enqueue(name: str, args: dict[str, Any], key: str, run_as: str = "") -> None:
    """Ask for a longer job (documents, imports) after the current commit.

    While a job of this name and key is still to do, no second one is made.

    :param name: name of the ``IJobHandler``.
    :param run_as: id of the user to work as; the system user without it.
    """
    payload = {"name": name, "args": args, "key": key, "run_as": run_as}
    intend(ENQUEUE_KIND, f"{name}:{key}", payload)
