"""A house of real processes to be killed: database, web and worker, on a copy.

The blobs of the database that is copied stay where they are.
"""

from base64 import b64encode
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.jobs.api import dead_letters
from communes.core.jobs.api import pending
from communes.core.jobs.task import task
from communes.core.jobs.tests.processes import environment
from communes.core.jobs.tests.processes import zeo_client
from communes.core.testing.nursery import is_there
from communes.core.testing.nursery import killed
from communes.core.testing.nursery import Nursery
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
import socket
import subprocess
import sys
import tempfile
import threading
import time
import transaction
from typing import Any
from typing import Self
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
  blob-dir {0}/blobs
</filestorage>
"""


class RealHouse:
    """The processes of one house. Clients and faults may act at the same time.

    A context manager: it starts on a copy of ``database``, and leaves nothing behind
    (unless ``COMMUNES_KEEP_FAULTS`` is set). ``view`` is what clients call.
    """

    def __init__(
        self, database: Any, view: str, nursery: Nursery | None = None, port: int = 0
    ) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="faults-"))
        self.zeo = str(self.folder / "zeo.sock")
        self.blobs = str(self.folder / "blobs")
        self.view = view
        self.web_port = port or free_port()
        self.took: list[float] = []
        self.refused: list[str] = []
        self._nursery = nursery
        self._lock = threading.Lock()
        self._stack = ExitStack()
        copy(database, self.folder / "Data.fs")

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def variables(self, role: str) -> Mapping[str, str]:
        """Return what the environment of a ``web`` or ``worker`` says further."""
        return {"COMMUNES_VAR": str(self.folder)}

    def prepare(self, stack: ExitStack) -> None:
        """Start what else the house needs; have the stack end it."""

    def start(self) -> None:
        """Start everything; return when it answers."""
        # First, while this process has the one thread that its children will have.
        if self._nursery is None:
            self._nursery = Nursery(self.folder / "nursery.log")
            self._stack.callback(self._nursery.close)
        self._start_zeo()
        self.prepare(self._stack)
        self.start_web()
        self._stack.callback(lambda: killed(self.web))
        self.start_worker()
        self._stack.callback(lambda: killed(self.worker))

    def stop(self) -> None:
        """End all of it, the last started first."""
        self._stack.close()
        if os.environ.get("COMMUNES_KEEP_FAULTS"):
            print(f"kept: {self.folder}")
        else:
            shutil.rmtree(self.folder, ignore_errors=True)

    def start_web(self) -> None:
        """Start the web process; return when it answers."""
        self.web = self._child("web", port=self.web_port)
        wait_for(self._web_answers, "the web process")

    def start_worker(self) -> None:
        """Start the worker; return when it works."""
        ready = self.folder / "worker.ready"
        ready.unlink(missing_ok=True)
        self.worker = self._child("worker")
        wait_for(ready.exists, "the worker")

    def kill(self, name: str) -> None:
        """Kill ``web`` or ``worker``, and have it back as who looks after it would."""
        with self._lock:
            pid = getattr(self, name)
            killed(pid)
            wait_for(lambda: not is_there(pid), f"the end of the {name}")
            if name == "web":
                self.start_web()
            else:
                self.start_worker()

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
        variables = self.variables(role)
        return self._nursery.start(
            role, log, variables, zeo=self.zeo, blobs=self.blobs, **how
        )

    def _web_answers(self) -> bool:
        try:
            return self._asked("GET", "/@@ok") == 200
        except (OSError, HTTPException):
            return False

    def take(self, **form: object) -> int:
        """Call the view as a client; return the HTTP status of its one request.

        A process that was killed meanwhile gave no answer: the client asks again.
        """
        body = urlencode(form)
        limit = time.monotonic() + BACK_SECONDS
        while True:
            began = time.monotonic()
            try:
                status = self._asked("POST", f"{SITE}/@@{self.view}", body)
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
        """Give the site as the database has it now."""
        database = ZODB.DB(zeo_client(self.zeo, self.blobs))
        connection = database.open()
        try:
            with task(connection.root()["Application"], SITE) as site:
                yield site
        finally:
            connection.close()
            database.close()

    def wait_until_done(self, seconds: float) -> float:
        """Wait until no intent is left; return how long that took."""
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


def free_port() -> int:
    """Return a port nobody listens on."""
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
