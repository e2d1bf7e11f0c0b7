"""Layers with a real Solr, started once per session on a port of its own."""

from communes.core.jobs.storage import queue_of
from communes.core.testing import SolutionLayer
from communes.search.clients.breaker import breakers
from communes.search.clients.solr import JSON_TYPE
from communes.search.clients.solr import SolrClient
from communes.search.indexing.handler import IndexHandler
from communes.search.indexing.processor import KIND
from communes.search.settings import client_of
from communes.search.settings import URL_VARIABLE
import importlib
import os
from pathlib import Path
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.testing import Layer
import shutil
import sys
import tempfile
import transaction
from types import ModuleType
from typing import Any
import urllib.request


def tools(name: str = "solr") -> ModuleType:
    """Return a module of the checkout's tools: the one that builds and starts Solr."""
    for folder in Path(__file__).resolve().parents:
        if (folder / "tools" / "solr.py").exists():
            sys.path.append(str(folder / "tools"))
            return importlib.import_module(name)
    raise FileNotFoundError("tools/solr.py is not above this file")


class SolrLayer(Layer):
    """A running Solr; ``self["solr_url"]`` is its address."""

    def setUp(self) -> None:
        solr = tools()
        self.home = Path(tempfile.mkdtemp(prefix="solr-"))
        log = self.home / "solr.log"
        self.running = solr.start(self.home, solr.free_port(), log)
        self["solr_url"] = self.running.url
        os.environ[URL_VARIABLE] = self.running.url

    def tearDown(self) -> None:
        self.running.stop()
        os.environ.pop(URL_VARIABLE, None)
        shutil.rmtree(self.home)

    def testSetUp(self) -> None:
        # A test may have sent its searches elsewhere, or worn a breaker out.
        os.environ[URL_VARIABLE] = self.running.url
        forget_breakers()


SOLR = SolrLayer(name="communes.search:solr")
SEARCH_FIXTURE = SolutionLayer("communes.search")
SEARCH_INTEGRATION_TESTING = IntegrationTesting(
    bases=(SEARCH_FIXTURE,), name="communes.search:integration"
)
SEARCH_FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(SEARCH_FIXTURE, SOLR), name="communes.search:functional"
)


def forget_breakers() -> None:
    """Have every Solr asked again, whatever happened to it."""
    breakers.clear()


def work_through(site: Any) -> int:
    """Commit, do what was asked of the search, make it visible; return how many."""
    transaction.commit()
    queue = queue_of(site)
    done = 0
    while intents := queue.take(KIND, 500):
        done += len(IndexHandler().run(site, intents))
    transaction.commit()
    command(client_of(site), b'{"commit": {}}')
    return done


def empty_index(site: Any) -> None:
    """Leave an existing, empty core, whatever an earlier test has put there."""
    client_of(site).create_core()
    command(client_of(site), b'{"delete": {"query": "*:*"}, "commit": {}}')


def command(client: SolrClient, body: bytes) -> None:
    """Send an update command that the product itself never sends."""
    request = urllib.request.Request(
        f"{client.url}/{client.core}/update", body, {"Content-Type": JSON_TYPE}
    )
    with urllib.request.urlopen(request, timeout=30):
        pass
