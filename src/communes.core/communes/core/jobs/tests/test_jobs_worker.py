"""The worker as a process: idle it looks at nothing, killed it loses nothing."""

from collections import Counter
from communes.core.jobs import worker as worker_module
from communes.core.jobs.domain import Outcome
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.jobs.storage import sites_with_queue
from communes.core.jobs.tests.bare import ask
from communes.core.jobs.tests.bare import bare_app
from communes.core.jobs.tests.processes import end
from communes.core.jobs.tests.processes import start
from communes.core.jobs.tests.processes import wait_for_line
from communes.core.jobs.worker import Worker
from OFS.Folder import Folder
import pytest
import signal
import time
import transaction
from ZEO.Exceptions import ClientDisconnected
from ZODB.FileStorage import FileStorage


PROGRAMS = "communes.core.jobs.tests.programs"


class Handler:
    def __init__(self):
        self.keys = []

    def run(self, site, intents):
        self.keys += [intent.key for intent in intents]
        return [Outcome(intent.key) for intent in intents]


def test_an_idle_worker_visits_no_site(app, register, monkeypatch):
    handler = register(Handler(), IIntentHandler, "mail")
    worker = Worker(app)
    visited = []
    visit = worker._visit
    monkeypatch.setattr(
        worker, "_visit", lambda path: visited.append(path) or visit(path)
    )
    ask(app, "mail", "a")
    worker.turn()
    worker.turn()
    assert handler.keys == ["a"]
    seen = len(visited)
    for _turn in range(10):
        assert worker.turn() == 0
    assert len(visited) == seen
    ask(app, "mail", "b")
    worker.turn()
    assert handler.keys == ["a", "b"]


def test_a_site_is_drained_by_one_worker_at_a_time(app, register):
    handler = register(Handler(), IIntentHandler, "mail")
    ask(app, "mail", "a")
    with worker_module._only_drainer("/valmont/agents") as mine:
        assert mine
        worker = Worker(app)
        worker.turn()
        assert handler.keys == []
        assert worker._next_visit - time.time() <= worker_module.LOCKED_SECONDS
    worker._next_visit = 0.0
    worker.turn()
    assert handler.keys == ["a"]


def test_a_site_that_is_gone_is_forgotten(app, register):
    app._delObject("valmont", suppress_events=True)
    transaction.commit()
    Worker(app).turn()
    assert list(sites_with_queue(app)) == []


@pytest.mark.parametrize("error", [KeyError("schema"), ClientDisconnected()])
def test_a_site_that_can_not_be_read_now_is_kept(app, monkeypatch, error):
    def away(self, *_unused):
        raise error

    monkeypatch.setattr(Folder, "_getOb", away)
    worker = Worker(app)
    assert worker.turn() == 0
    assert list(sites_with_queue(app)) == ["/valmont/agents"]
    retry = worker._next_visit - time.time()
    assert 0 < retry <= worker_module.FAILED_SECONDS


def start_worker(folder):
    worker = start(
        PROGRAMS,
        "run_worker",
        folder / "Data.fs",
        folder / "done.txt",
        COMMUNES_VAR=str(folder / "var"),
    )
    wait_for_line(worker, "ready")
    return worker


def asked_for(folder, *keys, **payload):
    with bare_app(FileStorage(str(folder / "Data.fs"))) as app:
        ask(app, "line", *keys, **payload)


def test_a_killed_worker_loses_no_intent(tmp_path):
    asked_for(tmp_path, *"abcdef", hang=True)
    killed = start_worker(tmp_path)
    wait_for_line(killed, "did a")
    end(killed)
    assert killed.returncode == -9
    asked_for(tmp_path, *"ghi")
    worker = start_worker(tmp_path)
    try:
        # The payload still says to hang: let it go on, key by key.
        for _key in "abcdef":
            worker.stdin.write("\n")
        worker.stdin.flush()
        wait_for_line(worker, "did i")
        worker.send_signal(signal.SIGTERM)
        wait_for_line(worker, "stopped")
        assert worker.wait(timeout=10) == 0
    finally:
        end(worker)
    done = Counter((tmp_path / "done.txt").read_text().split())
    print("asked 9, done", dict(done))
    assert sorted(done) == list("abcdefghi")
    assert done["a"] == 2
    assert sum(done.values()) == 10


def test_a_worker_told_to_end_stops_within_seconds(tmp_path):
    asked_for(tmp_path, "a")
    worker = start_worker(tmp_path)
    try:
        said = wait_for_line(worker, "did a")
        ready = tmp_path / "var" / worker_module.READY_FILE
        assert ready.read_text() == f"{worker.pid}\n"
        asked = time.monotonic()
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=10) == 0
        assert time.monotonic() - asked < 5
        assert not ready.exists()
        assert f"files outside the database: {tmp_path / 'var'}" in said
        assert f": {tmp_path / 'Data.fs'}" in said
        assert "sites: /valmont/agents" in said
    finally:
        end(worker)
