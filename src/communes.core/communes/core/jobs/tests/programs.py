"""What the child processes of the tests run: ``-m <this> <program> <arguments>``."""

from communes.core import jobs
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.jobs.leases import SqliteJobStore
from communes.core.jobs.storage import queue_of
from communes.core.jobs.tests.bare import bare_app
from communes.core.jobs.tests.processes import zeo_client
from pathlib import Path
from random import Random
import runpy
import sys
import time
import transaction
from typing import Any
from ZODB.FileStorage import FileStorage
from ZODB.POSException import ConflictError
from zope.component import getGlobalSiteManager
from zope.interface import implementer


def write(address: str, name: str, seed: str, count: str) -> None:
    """Ask for ``count`` keys of our own and, each time, for one that all share."""
    random = Random(f"{seed}-{name}")
    conflicts = 0
    with bare_app(zeo_client(address)) as app:
        print("ready", flush=True)
        sys.stdin.readline()
        number = 0
        while number < int(count):
            size = min(random.randint(1, 5), int(count) - number)
            transaction.begin()
            queue = queue_of(app.valmont.agents)
            token = f"{name}-{number}"
            for each in range(number, number + size):
                queue.put("mine", f"{name}-{each}", {}, time.time_ns(), token)
            shared = {"writer": name, "number": number}
            queue.put("shared", "both", shared, time.time_ns(), token)
            try:
                transaction.commit()
            except ConflictError:
                conflicts += 1
                transaction.abort()
                continue
            number += size
    print(f"conflicts {conflicts}", flush=True)


def drain(address: str, wanted: str) -> None:
    """Take intents away until ``wanted`` different ones of kind ``mine`` were seen."""
    conflicts = 0
    seen: list[str] = []
    with bare_app(zeo_client(address)) as app:
        print("ready", flush=True)
        sys.stdin.readline()
        until = time.monotonic() + 60
        while len(set(seen)) < int(wanted) and time.monotonic() < until:
            transaction.begin()
            queue = queue_of(app.valmont.agents)
            mine = [intent.key for intent in queue.take("mine", 20)]
            queue.take("shared", 20)
            try:
                transaction.commit()
                seen += mine
            except ConflictError:
                conflicts += 1
                transaction.abort()
    lost = int(wanted) - len(set(seen))
    print(f"conflicts {conflicts}")
    print(f"lost {lost} doubled {len(seen) - len(set(seen))}", flush=True)


def hold_job(path: str, lease_seconds: str) -> None:
    """Take a job and never give a sign of life again."""
    job = SqliteJobStore(Path(path)).take(float(lease_seconds))
    assert job is not None
    print("taken", flush=True)
    sys.stdin.readline()


@implementer(IIntentHandler)
class LineWriter:
    """Appends the keys to a file; hangs before its outcome for the key ``hang``."""

    def __init__(self, path: str) -> None:
        self.path = Path(path)

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        for intent in intents:
            with self.path.open("a") as lines:
                lines.write(intent.key + "\n")
            print(f"did {intent.key}", flush=True)
            if intent.payload.get("hang"):
                sys.stdin.readline()
        return [Outcome(intent.key) for intent in intents]


def run_worker(database: str, lines: str) -> None:
    """Run the real script of the worker over a file storage."""
    getGlobalSiteManager().registerUtility(LineWriter(lines), name="line")
    with bare_app(FileStorage(database)) as app:
        print("ready", flush=True)
        script = Path(jobs.__file__).with_name("run_worker.py")
        runpy.run_path(str(script), {"app": app}, "__main__")
    print("stopped", flush=True)


if __name__ == "__main__":
    {"write": write, "drain": drain, "hold_job": hold_job, "run_worker": run_worker}[
        sys.argv[1]
    ](*sys.argv[2:])
