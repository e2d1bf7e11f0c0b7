"""The worker's part of a taking over: in short slices, begun again where it was."""

from communes.core.errors.domain import DomainError
from communes.core.jobs.api import enqueue
from communes.core.jobs.interfaces import IJobHandler
from communes.web.domain.errors import SourceSilent
from communes.web.domain.taking_over.takeover import Takeover
from communes.web.domain.taking_over.takeover import TakeoverState
from communes.web.taking_over import storage
from communes.web.taking_over.linking import keep_redirects
from communes.web.taking_over.linking import link_one
from communes.web.taking_over.reader import SiteReader
from communes.web.taking_over.reading import read_some
from communes.web.taking_over.rest import RestSite
from communes.web.taking_over.writing import Writing
from dataclasses import replace
import time
import transaction
from typing import Any
from zope.interface import implementer


JOB = "communes.web.take_over"
#: How long the worker is at it before it does what else waits.
SLICE_SECONDS = 10.0
#: Contents in one transaction.
BATCH = 10
#: How often a silent site is asked again, ever later, before a person decides.
PATIENCE = 5


@implementer(IJobHandler)
class TakeoverWork:
    """Reads, writes or links for a while, then asks to go on."""

    lease_seconds = 600.0

    def run(self, site: Any, job: Any) -> None:
        """Go on with the taking over the job names; nothing for one that was stopped.

        :raises SourceSilent: the other site is away; the job comes again.
        """
        kept = storage.kept_of(site, str(job.args["takeover"]))
        if kept is None or not storage.takeover_of(kept).at_work:
            return
        takeover = storage.takeover_of(kept)
        try:
            ended = advance(site, kept, reader_of(kept), job)
        except SourceSilent as silent:
            if job.attempts < PATIENCE:
                raise
            ended = _stopped(kept, takeover.id, site, str(silent))
        except DomainError as refused:
            ended = _stopped(kept, takeover.id, site, str(refused))
        if ended.at_work:
            go_on(ended)


class _Here:
    """The job of a process of its own: it commits, and nobody waits for it."""

    def commit(self) -> None:
        transaction.commit()

    def progress(self, done: int, total: int, note: str) -> None:
        """Nobody looks."""


def work_here(site: Any, id: str) -> Takeover:
    """Do all of the step a taking over is at in this process, and what follows it.

    :raises SourceSilent, DomainError: it stopped there; the same again goes on.
    """
    kept = storage.kept_of(site, id)
    takeover = storage.takeover_of(kept)
    while takeover.at_work:
        takeover = advance(site, kept, reader_of(kept), _Here())
    return takeover


def go_on(takeover: Takeover) -> None:
    """Have the worker go on, in the name of who asked for the taking over."""
    args = {"takeover": takeover.id}
    enqueue(JOB, args, takeover.id, run_as=takeover.asked_by)


def reader_of(kept: storage.Kept) -> SiteReader:
    """Return what reads the other site."""
    return RestSite(storage.takeover_of(kept).base, kept.token)


def advance(site: Any, kept: storage.Kept, reader: SiteReader, job: Any) -> Takeover:
    """Do a slice of the step a taking over is at, and return how far it is then.

    What was done is committed now and then: a stop at any moment repeats a few
    contents, which changes nothing.
    """
    takeover = storage.takeover_of(kept)
    slice_ = _Slice(kept, job, takeover)
    if takeover.state is TakeoverState.READING:
        ended = read_some(site, kept, takeover, reader, slice_.read)
    elif takeover.state is TakeoverState.WRITING:
        work = Writing(site, kept, takeover.base, takeover.place, reader)
        ended = slice_.through(work.write, TakeoverState.LINKING)
    else:

        def link(number: int) -> None:
            link_one(site, kept, takeover.base, number)

        ended = slice_.through(link, TakeoverState.DONE)
        if ended.state is TakeoverState.DONE:
            keep_redirects(site, kept)
            storage.finish(kept)
    storage.keep(kept, ended)
    job.commit()
    return ended


class _Slice:
    """Counts, commits and says when it is enough."""

    def __init__(self, kept: storage.Kept, job: Any, takeover: Takeover) -> None:
        self.kept = kept
        self.job = job
        self.takeover = takeover
        self.ends = time.monotonic() + SLICE_SECONDS

    def read(self, count: int) -> bool:
        if count % BATCH == 0:
            self._keep(replace(self.takeover, read=count), count)
        return time.monotonic() > self.ends

    def through(self, work: Any, then: TakeoverState) -> Takeover:
        here = self.takeover
        for number in range(here.done + 1, here.read + 1):
            work(number)
            here = replace(here, done=number)
            if number % BATCH == 0:
                self._keep(here, number)
            if time.monotonic() > self.ends and number < here.read:
                return here
        return replace(here, done=0 if then is not TakeoverState.DONE else here.read,
                       state=then)  # fmt: skip

    def _keep(self, takeover: Takeover, done: int) -> None:
        storage.keep(self.kept, takeover)
        self.job.commit()
        self.job.progress(done, takeover.read, takeover.state.value)


def _stopped(kept: storage.Kept, id: str, site: Any, problem: str) -> Takeover:
    transaction.abort()
    here = storage.kept_of(site, id) or kept
    takeover = storage.takeover_of(here)
    stopped = replace(
        takeover,
        state=TakeoverState.FAILED,
        problem=problem[:500],
        resumes=takeover.state.value,
    )
    storage.keep(here, stopped)
    return stopped
