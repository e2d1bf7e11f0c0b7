"""One circuit per process and per Solr: who finds it open does not wait for Solr.

The probe runs in a thread of its own, so that no search pays for it: the search that
finds a probe due is answered by the catalogue at once, like the others.
"""

from collections.abc import Callable
from communes.search.clients.errors import SolrError
from communes.search.clients.errors import SolrResting
from communes.search.clients.errors import SolrSilent
from communes.search.clients.errors import SolrTimedOut
from communes.search.domain.breaker import Circuit
from communes.search.domain.breaker import Limits
from communes.search.domain.breaker import State
from communes.search.settings import client_of
from dataclasses import dataclass
import logging
import threading
import time
from typing import Any
from typing import TypeVar


Answer = TypeVar("Answer")
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Snapshot:
    """A circuit for the status page; ``retry_in`` in seconds, 0 when closed."""

    url: str
    state: State
    failures: int
    retry_in: float
    last_error: str


class Breaker:
    """Guards the talks with one Solr; may be used by any thread.

    :param url: the Solr it belongs to, for the log and the status page.
    :param clock: seconds that only grow.
    :param spawn: runs a function beside the caller.
    """

    def __init__(
        self,
        url: str,
        limits: Limits | None = None,
        clock: Callable[[], float] = time.monotonic,
        spawn: Callable[[Callable[[], None]], None] | None = None,
    ) -> None:
        self.url = url
        self._clock = clock
        self._spawn = spawn or _in_thread
        self._circuit = Circuit(limits or Limits())
        self._last_error = ""
        self._lock = threading.Lock()

    @property
    def state(self) -> State:
        """The state as it stands."""
        return self._circuit.state

    def ask(self, talk: Callable[[], Answer], probe: Callable[[], object]) -> Answer:
        """Return what ``talk`` returns, or do not even try.

        :param talk: asks Solr and raises ``SolrError``.
        :param probe: a small talk, run in a thread when the circuit may close again.
        :raises SolrResting: the circuit is open; Solr was not asked.
        """
        if self._circuit.state is not State.CLOSED:
            self._probe_when_due(probe)
            raise SolrResting(self._last_error)
        return self._watched(talk)

    def snapshot(self) -> Snapshot:
        """Return how it stands, for the status page."""
        with self._lock:
            circuit, error = self._circuit, self._last_error
        closed = circuit.state is State.CLOSED
        left = 0.0 if closed else max(0.0, circuit.retry_at - self._clock())
        return Snapshot(self.url, circuit.state, circuit.failures, left, error)

    def _watched(self, talk: Callable[[], Answer]) -> Answer:
        try:
            answer = talk()
        except SolrSilent as error:
            self._failed(error)
            raise
        except SolrError:
            # It refuses or lacks a core: it lives.
            self._succeeded()
            raise
        self._succeeded()
        return answer

    def _probe_when_due(self, probe: Callable[[], object]) -> None:
        now = self._clock()
        with self._lock:
            if not self._circuit.is_probe_due(now):
                return
            self._circuit = self._circuit.probing(now)
        self._spawn(lambda: self._probe(probe))

    def _probe(self, probe: Callable[[], object]) -> None:
        try:
            self._watched(probe)
        except SolrError as error:
            logger.info("The probe of %s: %s", self.url, error)

    def _succeeded(self) -> None:
        if self._circuit.state is State.CLOSED and not self._circuit.failures:
            return
        with self._lock:
            if self._circuit.state is State.OPEN:
                # The late answer of a search begun before; the probe will decide.
                return
            reopened = self._circuit.state is not State.CLOSED
            self._circuit = self._circuit.succeeded()
            self._last_error = ""
        if reopened:
            logger.warning("Solr at %s answers again", self.url)

    def _failed(self, error: SolrSilent) -> None:
        with self._lock:
            before = self._circuit.state
            self._circuit = self._circuit.failed(
                self._clock(), isinstance(error, SolrTimedOut)
            )
            self._last_error = str(error)
            opened = before is State.CLOSED and self._circuit.state is State.OPEN
        if opened:
            logger.warning("Solr at %s is left alone for now: %s", self.url, error)


def _in_thread(work: Callable[[], None]) -> None:
    threading.Thread(target=work, name="solr-probe", daemon=True).start()


#: The breakers of this process by address; a test may clear it.
breakers: dict[str, Breaker] = {}
_making = threading.Lock()


def breaker_at(url: str) -> Breaker:
    """Return this process's breaker for the Solr at ``url``."""
    with _making:
        if url not in breakers:
            breakers[url] = Breaker(url)
        return breakers[url]


def breaker_of(site: Any) -> Breaker:
    """Return this process's breaker for the Solr of ``site``."""
    return breaker_at(client_of(site).url)
