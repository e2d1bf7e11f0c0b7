"""The door: say to a peer all that stands, and see how far it is."""

from communes.core.jobs.api import enqueue
from communes.core.jobs.api import jobs
from communes.core.jobs.leases import JobState
from communes.core.journal.api import record
from communes.exchange.backlog import storage
from communes.exchange.backlog.errors import NothingToTell
from communes.exchange.backlog.interfaces import IStanding
from communes.exchange.peers.api import peer
from communes.exchange.peers.domain.peer import Peer
from dataclasses import dataclass
from typing import Any
from zope.component import queryUtility


JOB = "exchange.send_all"
_AT_WORK = frozenset({JobState.QUEUED, JobState.RUNNING})


@dataclass(frozen=True)
class Sending:
    """How far it is: ``done`` of ``total`` were looked at."""

    state: JobState
    done: int
    total: int

    @property
    def is_at_work(self) -> bool:
        """Whether there is more to come by itself."""
        return self.state in _AT_WORK


def send_all(site: Any, name: str) -> None:
    """Say to a peer, after the commit, how all that it may hear of stands today.

    In the order in which it came to be. What waits for the peer in the same words is
    not said twice; a peer that had heard it takes it as a repetition. Asked while it
    is at work, it is not begun again.

    :raises UnknownPeer: the peer is not declared.
    :raises NothingToTell: it receives no kind of which something stands.
    """
    found = peer(site, name)
    if not standing_kinds(found):
        raise NothingToTell(name=found.title)
    present = sendings(site).get(name)
    if present is None or not present.is_at_work:
        storage.drop_mark(site, name)
    enqueue(JOB, {"peer": name}, key=name)
    record("exchange.send_all", name)


def standing_kinds(found: Peer) -> tuple[str, ...]:
    """Return the kinds of what a peer receives of which something may stand."""
    return tuple(
        kind
        for kind in sorted(found.receives)
        if queryUtility(IStanding, name=kind) is not None
    )


def sendings(site: Any) -> dict[str, Sending]:
    """Return how far the last sending to each peer is, by the name of the peer."""
    found: dict[str, Sending] = {}
    for job in jobs(site):
        if job.name == JOB and job.state is not JobState.SUPERSEDED:
            found.setdefault(job.key, Sending(job.state, job.done, job.total))
    return found
