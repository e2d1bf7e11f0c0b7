"""The worker's part: in portions, each committed with how far it came."""

from communes.core.jobs.interfaces import IJobHandler
from communes.exchange.backlog import storage
from communes.exchange.backlog.api import standing_kinds
from communes.exchange.backlog.interfaces import IStanding
from communes.exchange.outbox import api as outbox
from communes.exchange.peers.api import peer
from communes.exchange.peers.domain.errors import UnknownPeer
from typing import Any
from zope.component import getUtility
from zope.interface import implementer


#: What is said before a commit: a worker that is killed repeats no more than this.
PORTION = 20


@implementer(IJobHandler)
class SendAll:
    """Goes on after what was said last, whoever stopped it."""

    lease_seconds = 300.0

    def run(self, site: Any, job: Any) -> None:
        """See ``IJobHandler``."""
        name = str(job.args["peer"])
        try:
            kinds = standing_kinds(peer(site, name))
        except UnknownPeer:
            # Taken from the file meanwhile: there is nobody to say it to.
            return
        marks = [
            (kind, key)
            for kind in kinds
            for key in getUtility(IStanding, name=kind).keys(site)
        ]
        last = storage.mark_of(site, name)
        done = marks.index(last) + 1 if last in marks else 0
        while done < len(marks):
            portion = marks[done : done + PORTION]
            for kind, key in portion:
                tell(site, name, kind, key)
            storage.keep_mark(site, name, portion[-1])
            done += len(portion)
            job.commit()
            job.progress(done, len(marks))
        storage.drop_mark(site, name)


def tell(site: Any, name: str, kind: str, key: str) -> bool:
    """Say one thing as it stands; return whether there was something to say."""
    found = getUtility(IStanding, name=kind).message(site, key)
    if found is None:
        return False
    subject, body = found
    if outbox.is_on_its_way(site, name, subject, body):
        return False
    outbox.send(site, name, kind, subject, body)
    return True
