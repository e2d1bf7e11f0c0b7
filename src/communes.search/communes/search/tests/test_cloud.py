"""Three nodes of a SolrCloud: any of them dies, and nothing written is lost.

ZooKeeper is a process of its own. Each node is killed in turn (``kill -9``) while a
client writes and searches; each but the last one comes back and catches up, so that the
last one leaves the work to two that were dead before.
"""

from communes.search.clients.admin import SolrAdmin
from communes.search.clients.errors import SolrError
from communes.search.clients.solr import SolrClient
from communes.search.domain.schema_version import schema_name
from communes.search.indexing.writer import send
from communes.search.testing import tools
import pytest
import threading
import time


LIMIT_SECONDS = 60
CORE = "valmont--1"


def record(number):
    return {
        "UID": f"uid-{number:06}",
        "path": f"/valmont/{number}",
        "portal_type": "Document",
        "allowedRolesAndUsers": ["Anonymous"],
        "Title": f"Délibération {number}",
        "version_l": number + 1,
        "rights_version_l": number + 1,
        "indexed_at": "2026-11-22T00:00:00Z",
    }


def until(condition, seconds=LIMIT_SECONDS):
    """Wait until ``condition`` holds; a node in trouble is no failure."""
    deadline = time.monotonic() + seconds
    pause = threading.Event()
    while True:
        try:
            if found := condition():
                return found
        except SolrError:
            found = None
        assert time.monotonic() < deadline, condition.__doc__
        pause.wait(0.1)


class Clients(threading.Thread):
    """Writes one document after another, again until it is taken, and searches."""

    def __init__(self, client):
        super().__init__(daemon=True)
        self.client = client
        self.over = threading.Event()
        self.taken = 0
        self.refused = 0
        self.searches = 0
        self.silent = 0

    def run(self):
        while not self.over.is_set():
            self.write()
            self.search()
            self.over.wait(0.02)

    def write(self):
        try:
            assert send(self.client, [record(self.taken)]) == []
        except SolrError:
            # As the worker does: the intent stays and is tried again.
            self.refused += 1
        else:
            self.taken += 1

    def search(self):
        try:
            self.client.select([("q", "*:*"), ("rows", "0")])
        except SolrError:
            self.silent += 1
        else:
            self.searches += 1


@pytest.fixture
def cloud(tmp_path):
    started = tools("solr_cloud").Cloud.on_free_ports(tmp_path)
    started.start()
    yield started
    started.stop()


@pytest.mark.solr
def test_any_node_may_die_and_nothing_is_lost(cloud, capsys):
    begin = time.monotonic()
    admin = SolrAdmin(cloud.urls)
    assert admin.is_cloud()
    admin.create(CORE)
    assert admin.exists(CORE)
    assert admin.schema_of(CORE) == schema_name()
    clients = Clients(SolrClient(cloud.urls, CORE))
    clients.start()
    for port in cloud.ports:
        cloud.kill_node(port)
        before = (clients.taken, clients.searches)
        until(lambda: clients.taken >= before[0] + 5)  # noqa: B023
        until(lambda: clients.searches >= before[1] + 5)  # noqa: B023
        if port != cloud.ports[-1]:
            cloud.start_node(port)
            until(lambda: admin.all_active(CORE))
    clients.over.set()
    clients.join(LIMIT_SECONDS)
    assert admin.settle(CORE) == clients.taken
    for port in cloud.nodes:
        # Each replica by itself, asked at its own node.
        alone = SolrClient(f"http://127.0.0.1:{port}/solr", CORE)
        everything = [("q", "*:*"), ("distrib", "false")]
        until(
            lambda: (
                alone.select(everything)["response"]["numFound"]  # noqa: B023
                == clients.taken
            )
        )
    admin.remove(CORE)
    assert not admin.exists(CORE)
    with capsys.disabled():
        print(
            f"\nSolrCloud: 3 nodes killed in turn, {clients.taken} written, 0 lost; "
            f"{clients.refused} writes tried again, {clients.searches} searches, "
            f"{clients.silent} without an answer; {time.monotonic() - begin:.0f} s"
        )
