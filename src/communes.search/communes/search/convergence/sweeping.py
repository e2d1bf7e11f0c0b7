"""One sweep over a site: a range of UIDs at a time, in transactions of its own."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.jobs.api import unsettled
from communes.core.rights.api import pending_places
from communes.core.rights.domain import is_below
from communes.search.clients.errors import CoreMissing
from communes.search.clients.records import SolrRecords
from communes.search.convergence.domain import COMPARED
from communes.search.convergence.domain import Difference
from communes.search.convergence.domain import difference
from communes.search.convergence.domain import Drift
from communes.search.convergence.domain import Expected
from communes.search.convergence.domain import paired
from communes.search.convergence.domain import Record
from communes.search.convergence.domain import uid_range
from communes.search.convergence.domain import version_of
from communes.search.convergence.storage import expected_of
from communes.search.convergence.storage import keep_drift
from communes.search.convergence.storage import uids_after
from communes.search.indexing import snapshot
from communes.search.indexing.processor import KIND
from communes.search.indexing.processor import note
from communes.search.settings import client_of
from contextlib import suppress
import time
import transaction
from typing import Any


RANGE = 500
# With more than this to send, differences say nothing: they are on their way.
MOST_WAITING = 5000
_OLD_TOMBSTONES = "+gone:true +indexed_at:[* TO NOW-1DAY]"


class TooMuchToSend(Exception):
    """Cause: thousands of objects wait to be sent. Cure: sweep when they are."""


class Sweep:
    """Goes through all UIDs once; ``step`` until it says that it is over.

    Holds one range in memory, whatever the size of the site. What differs is looked
    at a second time, as it is this instant; what is repaired is asked for as any
    other change, so that the worker sends it in its turn.
    """

    def __init__(self, repair: bool = True) -> None:
        self._repair = repair
        self._after = ""
        self._counts: Counter[str] = Counter()
        self._started = time.monotonic()

    def step(self, site: Any) -> bool:
        """Compare the next range; return whether there is more.

        Begins and commits transactions.

        :raises SolrError: Solr does not answer; the same step may be tried again.
        :raises TooMuchToSend: as said there.
        """
        transaction.begin()
        uids = uids_after(site, self._after, RANGE)
        upto = uids[-1] if len(uids) == RANGE else ""
        differing = self._differing(site, uids, uid_range(self._after, upto))
        transaction.begin()
        for uid, found in self._confirmed(site, differing):
            self._counts[found] += 1
            if self._repair and found != "waiting":
                note(uid)
                self._counts["repaired"] += 1
        if not upto:
            self._end(site)
        transaction.commit()
        self._after = upto
        # What was read is not needed any more: memory stays flat.
        site._p_jar.cacheGC()
        return bool(upto)

    @property
    def drift(self) -> Drift:
        """What was found up to here."""
        seconds = time.monotonic() - self._started
        return Drift(**self._counts, checked_at=time.time(), seconds=seconds)

    def _differing(self, site: Any, uids: list[str], query: str) -> list[str]:
        found = []
        records = _records(site, query)
        for uid, expected, record in paired(expected_of(site, uids), records):
            self._counts["checked"] += 1
            if difference(expected, record):
                found.append(uid)
        return found

    def _confirmed(self, site: Any, uids: list[str]) -> Iterator[tuple[str, str]]:
        if not uids:
            return
        waiting = unsettled(site, KIND, MOST_WAITING)
        if waiting is None:
            raise TooMuchToSend
        places = pending_places(site)
        # The database first, then the index: what is there and not older than this
        # sight of the database was sent from it, or has been since.
        seen = snapshot.version_of(site)
        expected = {each.uid: each for each in expected_of(site, uids)}
        for first in range(0, len(uids), RANGE):
            portion = uids[first : first + RANGE]
            records = _now(site, portion)
            for uid in portion:
                found = _judged(expected.get(uid), records.get(uid), seen, places)
                if found is not None:
                    yield uid, "waiting" if uid in waiting else found.value

    def _end(self, site: Any) -> None:
        # Where the core is missing, what was just asked for has the worker make it.
        with suppress(CoreMissing):
            SolrRecords(client_of(site)).erase(_OLD_TOMBSTONES)
        keep_drift(site, self.drift)


def _records(site: Any, query: str) -> Iterable[Record]:
    try:
        for page in SolrRecords(client_of(site)).pages(query, COMPARED, RANGE):
            yield from page
    except CoreMissing:
        return


def _now(site: Any, uids: list[str]) -> dict[str, Record]:
    try:
        return dict(SolrRecords(client_of(site)).now(uids, COMPARED))
    except CoreMissing:
        return {}


def _judged(
    expected: Expected | None, record: Record | None, seen: int, places: tuple[str, ...]
) -> Difference | None:
    if version_of(record) > seen:
        # Sent meanwhile.
        return None
    found = difference(expected, record)
    on_its_way = expected is not None and is_below(expected.path, places)
    if found is Difference.WRONG_RIGHTS and on_its_way:
        return None
    return found
