"""Sends portions beside the reading of the next ones, so that neither waits long."""

from collections import deque
from communes.core.jobs.domain import wait_seconds
from communes.search.clients.errors import SolrSilent
from communes.search.clients.solr import SolrClient
from communes.search.indexing.writer import Refusal
from communes.search.indexing.writer import send
from communes.search.reindexing.domain import Portion
from concurrent.futures import Future
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
import logging
import time
from typing import Any


# Solr takes in as many portions at once; more would only wait for its processors.
AT_ONCE = 2
# Portions that are read but not yet taken by Solr: this many are in memory at most.
AHEAD = 3
TRIES = 6
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sent:
    """What became of a portion: documents that Solr took, paths that failed."""

    portion: Portion
    sent: int
    failed: tuple[str, ...]


class Sender:
    """Sends ``AT_ONCE`` portions at a time; settles them in the order of giving."""

    def __init__(self, client: SolrClient) -> None:
        self._client = client
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="search-reindex")
        self._waiting: deque[Future[Sent]] = deque()

    def give(
        self, portion: Portion, documents: list[Any], failed: list[str]
    ) -> list[Sent]:
        """Take a portion to send; return those that are settled meanwhile.

        :raises SolrError: a portion given before could not be sent.
        """
        self._waiting.append(
            self._pool.submit(self._send, portion, documents, tuple(failed))
        )
        return self._collect(AHEAD)

    def rest(self) -> list[Sent]:
        """Return the settled portions once everything is sent. Raises as ``give``."""
        return self._collect(0)

    def close(self) -> None:
        """Give up what was not begun, and wait for what was."""
        self._pool.shutdown(cancel_futures=True)

    def _collect(self, ahead: int) -> list[Sent]:
        settled = []
        while self._waiting and (len(self._waiting) > ahead or self._waiting[0].done()):
            settled.append(self._waiting.popleft().result())
        return settled

    def _send(
        self, portion: Portion, documents: list[Any], failed: tuple[str, ...]
    ) -> Sent:
        refused = {each.uid for each in self._patiently(documents)}
        paths = tuple(str(each["path"]) for each in documents if each["UID"] in refused)
        return Sent(portion, len(documents) - len(refused), failed + paths)

    def _patiently(self, documents: list[Any]) -> list[Refusal]:
        for attempt in range(1, TRIES):
            try:
                return send(self._client, documents, fresh=True)
            except SolrSilent as error:
                pause = wait_seconds(attempt)
                logger.warning("Solr is silent, next try in %.0f s: %s", pause, error)
                time.sleep(pause)
        return send(self._client, documents, fresh=True)
