"""A house of real processes to be killed, with its Solr."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.testing.real_house import RealHouse
from communes.search.clients.solr import SolrClient
from communes.search.convergence.periodic import HOURS_VARIABLE
from communes.search.settings import URL_VARIABLE
from communes.search.testing import tools
from communes.search.tests.fault_work import NAME
from communes.search.tests.faulty_solr import FaultySolr
from contextlib import contextmanager
from contextlib import ExitStack
from typing import Any


class FaultHouse(RealHouse):
    """Database, web, worker and Solr, and what stands between them and Solr."""

    def __init__(self, database: Any) -> None:
        super().__init__(database, NAME)
        self._tools = tools()
        self.solr_port = self._tools.free_port()

    def prepare(self, stack: ExitStack) -> None:
        """Start Solr and the two ways to it."""
        self.solr = self._solr()
        stack.callback(lambda: self.solr.stop())
        # The worker's way to Solr, and a trap for whoever asks it in a request.
        self.way = FaultySolr(self.solr.url)
        stack.callback(self.way.close)
        self.trap = FaultySolr(self.solr.url)
        stack.callback(self.trap.close)

    def variables(self, role: str) -> Mapping[str, str]:
        """See ``RealHouse``."""
        way = self.trap if role == "web" else self.way
        # A sweep would mend what was lost before anybody saw it.
        ours = {URL_VARIABLE: way.url, HOURS_VARIABLE: "0"}
        return {**super().variables(role), **ours}

    @contextmanager
    def without_solr(self) -> Iterator[None]:
        """Kill Solr, and start it again after the block."""
        self.solr.process.kill()
        self.solr.process.wait()
        try:
            yield
        finally:
            self.solr = self._solr()

    def _solr(self) -> Any:
        log = self.folder / "solr.log"
        return self._tools.start(self.folder / "solr", self.solr_port, log)

    def client_of(self, core: str = "plone") -> SolrClient:
        """Return a client of the true Solr."""
        return SolrClient(self.solr.url, core)
