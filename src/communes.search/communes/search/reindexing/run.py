"""Makes a new index of a whole site beside the one in use, then lets it take over."""

from collections.abc import Callable
from communes.core.jobs.domain import wait_seconds
from communes.core.transactions import run_with_retries
from communes.search.clients.admin import SolrAdmin
from communes.search.clients.errors import CoreMissing
from communes.search.clients.solr import SolrClient
from communes.search.domain.schema_version import SCHEMA_VERSION
from communes.search.indexing.processor import note
from communes.search.reindexing import reading
from communes.search.reindexing import record
from communes.search.reindexing.domain import Build
from communes.search.reindexing.domain import core_for
from communes.search.reindexing.domain import looks_whole
from communes.search.reindexing.domain import portions
from communes.search.reindexing.domain import Progress
from communes.search.reindexing.errors import NotWhole
from communes.search.reindexing.ledger import Ledger
from communes.search.reindexing.ledger import ledger
from communes.search.reindexing.ledger import Worker
from communes.search.reindexing.reading import Superseded
from communes.search.reindexing.sender import Sender
from communes.search.reindexing.sender import Sent
from dataclasses import dataclass
from plone.uuid.interfaces import IUUID
import time
import transaction
from transaction.interfaces import TransientError
from typing import Any


READS = 5
Say = Callable[[str], None]


@dataclass(frozen=True)
class Report:
    """What a reindex did: documents sent, paths that failed, seconds it took.

    ``switched``: this process put the new index in use; another of those that worked
    together may have been the one.
    """

    sent: int
    failed: tuple[str, ...]
    seconds: float
    switched: bool = True


class Reindex:
    """One process's part in a reindex of ``site``."""

    def __init__(self, site: Any, base: str, client: SolrClient, say: Say) -> None:
        self.site = site
        self.base = base
        self.admin = SolrAdmin(client.url)
        self._client = client
        self._say = say
        self._ledger: Ledger = ledger()

    def begin(self) -> Build:
        """Return what is in the making, begun now if nothing is that can go on."""
        with self._ledger.alone(self.base):
            # What another process has begun a moment ago is to be seen.
            transaction.begin()
            build = self._going_on() or self._fresh()
            reading.begin(self.site, self.base, build.core)
            self._ledger.lay(build.core, portions(reading.numbers(self.site)))
        return build

    def work(self, build: Build) -> None:
        """Send portions until none is left that nobody works on."""
        client = SolrClient(
            self._client.url, build.core, index_seconds=self._client.index_seconds
        )
        worker = Worker(self._ledger.folder)
        sender = Sender(client)
        try:
            while portion := self._ledger.take(build.core, worker):
                documents, failed = self._read(build, portion)
                self._settle(build, sender.give(portion, documents, failed))
                # What was read is not needed any more: memory stays flat.
                self.site._p_jar.cacheGC()
            self._settle(build, sender.rest())
        finally:
            sender.close()
            worker.close()

    def end(self, build: Build, grace: float) -> bool:
        """Put the new index in use once all is sent; tell whether it was done here.

        :param grace: seconds for which the old one stays before it is taken away.
        :raises NotWhole: much of it is missing; the old one stays.
        :raises Superseded: another process has ended it.
        """
        with self._ledger.alone(self.base):
            if not self._ledger.is_done(build.core):
                return False
            reading.begin(self.site, self.base, build.core)
            self._refuse_torn(build)
            failed = self._ledger.failures(build.core)
            before = run_with_retries(lambda: self._switch(build, failed))
        self._say(f"Le nouvel index {build.core} est en service.")
        # A worker that does not know it yet may still write to the old one.
        time.sleep(grace)
        self.admin.remove(before)
        return True

    def _going_on(self) -> Build | None:
        known = record.cores_of(self.site, self.base)
        build = known.building if known is not None else None
        if build is None:
            return None
        if build.schema == SCHEMA_VERSION and self.admin.exists(build.core):
            self._say(f"Reprise de l'index {build.core}.")
            return build
        self.admin.remove(build.core)
        return None

    def _fresh(self) -> Build:
        known = record.cores_of(self.site, self.base)
        left = known.building if known is not None else None
        now = time.time()
        build = Build(core_for(self.base, now), now, SCHEMA_VERSION)
        self.admin.create(build.core)
        chosen = run_with_retries(lambda: self._noted(build, left))
        if chosen != build:
            self.admin.remove(build.core)
        else:
            self._ledger.forget(self.base)
        return chosen

    def _noted(self, build: Build, left: Build | None) -> Build:
        """Note ``build``, unless another process was first; return what is noted.

        :param left: what was noted before, and is of no use.
        """
        known = record.cores_of(self.site, self.base)
        if known is not None and known.building not in (None, left):
            return known.building
        record.begun(self.site, self.base, build)
        return build

    def _read(self, build: Build, portion: Any) -> tuple[list[Any], list[str]]:
        for attempt in range(1, READS + 1):
            # What is sent is what stands now, not what stood when the run began.
            reading.begin(self.site, self.base, build.core)
            try:
                return reading.read(self.site, portion)
            except TransientError:
                if attempt == READS:
                    raise
                time.sleep(wait_seconds(attempt) / 10)
        raise AssertionError("never reached")

    def _settle(self, build: Build, settled: list[Sent]) -> None:
        for each in settled:
            self._ledger.settle(build.core, each.portion, each.sent, each.failed)
        if settled:
            self._say(_words(self.progress(build)))

    def progress(self, build: Build) -> Progress:
        """Return how far all processes are together."""
        counts = self._ledger.counts(build.core)
        return Progress(*counts, build.started, build.core)

    def _refuse_torn(self, build: Build) -> None:
        # What failed counts: an index without it is no better than none.
        progress = self.progress(build)
        expected = progress.sent + progress.failed
        try:
            found = self.admin.settle(build.core)
        except CoreMissing:
            found = 0
        if not looks_whole(found, expected):
            # From the beginning, next time.
            run_with_retries(lambda: record.dropped(self.site, self.base))
            self.admin.remove(build.core)
            raise NotWhole(core=build.core, found=found, expected=expected)

    def _switch(self, build: Build, failed: list[str]) -> str:
        known = record.cores_of(self.site, self.base)
        # Whoever held the lock before may have ended it: told here a moment late.
        if known is None or known.building != build:
            raise Superseded(build.core)
        for path in failed:
            # The worker tries it again, and an operator sees what becomes of it.
            uid = IUUID(self.site.unrestrictedTraverse(path, None), None)
            if uid:
                note(uid)
        return record.switched(self.site, self.base, time.time())


def _words(progress: Progress) -> str:
    left = progress.seconds_left(time.time())
    return f"{progress.done} / {progress.total} objets indexés, encore {left:.0f} s"
