"""A house of real processes to be killed: database, web, worker, Solr, and clients."""

from base64 import b64encode
from collections.abc import Callable
from collections.abc import Iterator
from communes.core.jobs.api import dead_letters
from communes.core.jobs.api import pending
from communes.core.jobs.task import task
from communes.core.jobs.tests.processes import environment
from communes.core.jobs.tests.processes import zeo_client
from communes.search.clients.solr import SolrClient
from communes.search.testing import tools
from communes.search.tests.fault_nursery import is_there
from communes.search.tests.fault_nursery import killed
from communes.search.tests.fault_nursery import Nursery
from communes.search.tests.fault_work import NAME
from communes.search.tests.faulty_solr import FaultySolr
from contextlib import closing
from contextlib import contextmanager
from contextlib import ExitStack
from http.client import HTTPConnection
from http.client import HTTPException
import os
from pathlib import Path
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import transaction
from typing import Any
from urllib.parse import urlencode
import ZODB
from ZODB.Connection import TransactionMetaData
from ZODB.FileStorage import FileStorage
from ZODB.serialize import referencesf
from ZODB.utils import z64


SITE = "/plone"
BACK_SECONDS = 60
LOGIN = b64encode(f"{SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}".encode()).decode()
ZEO = """
<zeo>
  address {0}/zeo.sock
</zeo>
<filestorage>
  path {0}/Data.fs
</filestorage>
"""


class FaultHouse:
    """The processes of one house. Clients and faults may act at the same time."""

    def __init__(self, database: Any, folder: Path) -> None:
        self.folder = folder
        self.zeo = str(folder / "zeo.sock")
        self.took: list[float] = []
        self.refused: list[str] = []
        self._tools = tools()
        self._lock = threading.Lock()
        self._stack = ExitStack()
        self.web_port = self._tools.free_port()
        self.solr_port = self._tools.free_port()
        copy(database, folder / "Data.fs")

    def start(self) -> None:
        """Start everything; return when it answers."""
        # First, while this process has the one thread that its children will have.
        self.nursery = Nursery(self.folder / "nursery.log")
        self._stack.callback(self.nursery.close)
        self._start_zeo()
        self.solr = self._solr()
        self._stack.callback(lambda: self.solr.stop())
        # The worker's way to Solr, and a trap for whoever asks it in a request.
        self.way = FaultySolr(self.solr.url)
        self._stack.callback(self.way.close)
        self.trap = FaultySolr(self.solr.url)
        self._stack.callback(self.trap.close)
        self.start_web()
        self._stack.callback(lambda: killed(self.web))
        self.start_worker()
        self._stack.callback(lambda: killed(self.worker))

    def stop(self) -> None:
        """End all of it, the last started first."""
        self._stack.close()

    def start_web(self) -> None:
        """Start the web process; return when it answers."""
        self.web = self._child("web", port=self.web_port, solr=self.trap.url)
        wait_for(self._web_answers, "the web process")

    def start_worker(self) -> None:
        """Start the worker; return when it works."""
        ready = self.folder / "worker.ready"
        ready.unlink(missing_ok=True)
        self.worker = self._child("worker", solr=self.way.url)
        wait_for(ready.exists, "the worker")

    def kill(self, name: str) -> None:
        """Kill a process, and have it back as who looks after it would."""
        with self._lock:
            pid = getattr(self, name)
            killed(pid)
            wait_for(lambda: not is_there(pid), f"the end of the {name}")
            if name == "web":
                self.start_web()
            else:
                self.start_worker()

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

    def _start_zeo(self) -> None:
        conf = self.folder / "zeo.conf"
        conf.write_text(ZEO.format(self.folder))
        with (self.folder / "zeo.log").open("w") as log:
            server = subprocess.Popen(
                [sys.executable, "-m", "ZEO.runzeo", "-C", str(conf)],
                env=environment(),
                stdout=log,
                stderr=log,
            )
        self._stack.callback(server.wait, 30)
        self._stack.callback(server.terminate)
        wait_for((self.folder / "zeo.sock").exists, "the database")

    def _child(self, role: str, **how: Any) -> int:
        log = str(self.folder / f"{role}.log")
        return self.nursery.start(
            role, zeo=self.zeo, var=str(self.folder), log=log, **how
        )

    def _web_answers(self) -> bool:
        try:
            return self._asked("GET", "/@@ok") == 200
        except (OSError, HTTPException):
            return False

    def take(self, step: str, client: str, number: int) -> int:
        """Take a step as a client; return the HTTP status of its one request.

        A process that was killed meanwhile gave no answer: the client asks again.
        """
        form = urlencode({"step": step, "client": client, "number": number})
        limit = time.monotonic() + BACK_SECONDS
        while True:
            began = time.monotonic()
            try:
                status = self._asked("POST", f"{SITE}/@@{NAME}", form)
            except (OSError, HTTPException):
                assert time.monotonic() < limit, "the web process stays away"
                with self._lock:
                    # Whoever killed it holds the lock until it is back.
                    continue
            self.took.append(time.monotonic() - began)
            return status

    def _asked(self, method: str, path: str, body: str = "") -> int:
        connection = HTTPConnection("127.0.0.1", self.web_port, timeout=30)
        with closing(connection):
            headers = {
                "Authorization": f"Basic {LOGIN}",
                "Content-Type": "application/x-www-form-urlencoded",
            }
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            said = answer.read().decode("utf-8", "replace")
            if answer.status != 200:
                words = " ".join(re.sub(r"<[^>]*>", " ", said).split())
                self.refused.append(f"{answer.status} {body}: {words[-600:]}")
            return answer.status

    @contextmanager
    def site(self) -> Iterator[Any]:
        """Give the site as the database has it now, with the true Solr."""
        database = ZODB.DB(zeo_client(self.zeo))
        connection = database.open()
        try:
            with task(connection.root()["Application"], SITE) as site:
                yield site
        finally:
            connection.close()
            database.close()

    def client_of(self, core: str = "plone") -> SolrClient:
        """Return a client of the true Solr."""
        return SolrClient(self.solr.url, core)

    def wait_until_sent(self, seconds: float) -> float:
        """Wait until nothing is to be sent any more; return how long that took."""
        began = time.monotonic()
        with self.site() as site:
            while pending(site) > 0:
                assert time.monotonic() - began < seconds, (
                    f"{pending(site)} intents still wait"
                )
                time.sleep(0.1)  # what another process commits is not seen sooner
                transaction.begin()
            assert dead_letters(site) == []
        return time.monotonic() - began


def copy(database: Any, path: Path) -> None:
    """Write all that is reachable in ``database`` into a file of its own."""
    target = FileStorage(str(path))
    connection = database.open(transaction.TransactionManager())
    meta = TransactionMetaData()
    target.tpc_begin(meta)
    waiting, seen = [z64], set()
    while waiting:
        oid = waiting.pop()
        if oid in seen:
            continue
        seen.add(oid)
        data, _tid = connection._storage.load(oid)
        target.store(oid, z64, data, "", meta)
        referencesf(data, waiting)
    target.tpc_vote(meta)
    target.tpc_finish(meta)
    target.close()
    connection.close()


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Return when ``condition`` holds."""
    limit = time.monotonic() + BACK_SECONDS
    while not condition():
        assert time.monotonic() < limit, f"{what} did not come"
        time.sleep(0.05)  # between two looks at another process


@contextmanager
def fault_house(database: Any) -> Iterator[FaultHouse]:
    """Yield a house on a copy of ``database``; leave nothing of it behind."""
    folder = Path(tempfile.mkdtemp(prefix="faults-"))
    house = FaultHouse(database, folder)
    try:
        house.start()
        yield house
    finally:
        house.stop()
        if os.environ.get("COMMUNES_KEEP_FAULTS"):
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
