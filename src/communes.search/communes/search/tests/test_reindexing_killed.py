"""The command of a reindex, in real processes, one of them killed while it works."""

from communes.core.jobs.task import task
from communes.core.jobs.tests.processes import zeo_client
from communes.core.jobs.tests.processes import zeo_server
from communes.search.clients.admin import SolrAdmin
from communes.search.clients.records import SolrRecords
from communes.search.commands import search_reindex
from communes.search.indexing.document import document_of
from communes.search.indexing.lookup import all_uids
from communes.search.indexing.lookup import objects_by_uid
from communes.search.reindexing import api as reindexing
from communes.search.reindexing import run
from communes.search.reindexing.domain import portions
from communes.search.reindexing.ledger import Ledger
from communes.search.settings import client_of
from contextlib import closing
from contextlib import contextmanager
from contextlib import redirect_stdout
import multiprocessing
import os
from pathlib import Path
from plone import api
import pytest
import signal
import tempfile
from Testing.makerequest import makerequest
import time
import transaction
import ZODB


PAGES = 40
PORTION = 2
# What a process holds at most: read, on its way, and the one it was killed with.
HELD = 6 * PORTION
SECONDS = 60
FORK = multiprocessing.get_context("fork")


def command(go, address, var, log, held=None):
    """Run the command in this process, once told to; with ``held``, stop in its midst.

    It then holds what it has taken, as one that works slowly does.
    """
    assert go.wait(SECONDS)
    os.environ["COMMUNES_VAR"] = var
    transaction.abort()
    run.portions = lambda numbers: portions(numbers, PORTION)
    reindexing.reindex.__defaults__ = (0.0,)
    if held is not None:
        settle = Ledger.settle

        def stop_after(*arguments):
            settle(*arguments)
            held.set()
            signal.pause()

        Ledger.settle = stop_after
    database = ZODB.DB(zeo_client(address))
    app = makerequest(database.open().root()["Application"])
    with open(log, "w") as out, redirect_stdout(out):
        search_reindex(app, ["/plone"])
    os._exit(0)


class Run:
    """One process of the command; forked at once, for the tests have no threads yet."""

    def __init__(self, address, var, name, stops=False):
        self.log = Path(var, f"{name}.log")
        self.go = FORK.Event()
        self.held = FORK.Event() if stops else None
        arguments = (self.go, address, var, str(self.log), self.held)
        self.process = FORK.Process(target=command, args=arguments, daemon=True)
        self.process.start()

    def begin(self):
        self.go.set()

    def end(self):
        self.process.kill()
        self.process.join(SECONDS)


@contextmanager
def runs(address, var):
    made = (Run(address, var, "first", stops=True), Run(address, var, "second"))
    try:
        yield made
    finally:
        for each in made:
            each.end()


@contextmanager
def opened(address):
    """Give the application as the database has it now."""
    with closing(ZODB.DB(zeo_client(address))) as database:
        with closing(database.open()) as connection:
            yield connection.root()["Application"]
            transaction.abort()


def put_in(app, address):
    """Put a copy of the application into the database at ``address``."""
    with tempfile.TemporaryFile() as file:
        app._p_jar.exportFile(app._p_oid, file)
        file.seek(0)
        with closing(ZODB.DB(zeo_client(address))) as database:
            with closing(database.open()) as connection:
                connection.root()["Application"] = connection.importFile(file)
                transaction.commit()


def until(condition, what):
    limit = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < limit, f"{what} did not come"
        time.sleep(0.05)  # between two looks at another process


def left_over(var):
    """Return how many objects are not done yet; all before anything was laid out."""
    ledger = Ledger(Path(var) / "search-reindex")
    rows = ledger._file.connection().execute(
        "SELECT coalesce(sum(size * (1 - done)), 999) FROM portions"
    )
    return rows.fetchone()[0]


@pytest.mark.solr
@pytest.mark.parametrize("together", [True, False])
def test_what_a_killed_process_had_taken_is_done_by_another(
    site, functional, tmp_path, together
):
    for number in range(PAGES):
        api.content.create(site, "Document", title=f"Règlement {number}")
    transaction.commit()
    var = str(tmp_path)
    with zeo_server() as address, runs(address, var) as (first, second):
        put_in(functional["app"]._p_jar.root()["Application"], address)
        first.begin()
        assert first.held.wait(SECONDS)
        if together:
            second.begin()
            until(lambda: left_over(var) <= HELD, "the end of the others")
            # It waits for who holds the rest, and puts nothing half in use.
            assert "est en service" not in second.log.read_text()
            assert second.process.is_alive()
        assert 0 < left_over(var)
        first.end()
        second.begin()
        second.process.join(SECONDS)
        assert second.process.exitcode == 0
        said = second.log.read_text()
        assert "Reprise de l'index plone--" in said
        assert f"{PAGES + 1} objets comparés, 0 différences" in said
        with opened(address) as app, task(app, "/plone") as copied:
            client = client_of(copied)
            assert client.core.startswith("plone--")
            objects = objects_by_uid(copied, sorted(all_uids(copied)))
            wanted = {uid: document_of(obj)["Title"] for uid, obj in objects.items()}
            records = SolrRecords(client).pages("*:*", ("Title",), 500)
            held = {each["UID"]: each["Title"] for page in records for each in page}
            assert held == wanted
            SolrAdmin(client.url).remove(client.core)
