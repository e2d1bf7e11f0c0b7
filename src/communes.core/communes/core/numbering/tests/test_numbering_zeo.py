"""Two real processes over a real ZEO never draw the same number, nor lose one."""

from BTrees.OOBTree import OOBTree
from communes.core.numbering.storage import Counter
from communes.core.numbering.storage import KEY
from communes.core.numbering.tests.zeo_taker import HidingCounter
from communes.core.numbering.tests.zeo_taker import Place
from contextlib import contextmanager
import os
import pytest
import subprocess
import sys
import transaction
import ZEO


@pytest.fixture
def in_its_own_folder(tmp_path, monkeypatch):
    """The server writes its configuration where it is started."""
    monkeypatch.chdir(tmp_path)


@contextmanager
def zeo_with(counter, folder):
    """Serve a fresh database holding ``counter``; give the port."""
    address, stop = ZEO.server(
        str(folder / "Data.fs"), port=("127.0.0.1", 0), threaded=True
    )
    try:
        database = ZEO.DB(address)
        connection = database.open()
        place = connection.root()["place"] = Place()
        place.__annotations__ = OOBTree({KEY: OOBTree({"items": counter})})
        transaction.commit()
        connection.close()
        database.close()
        yield address[1]
    finally:
        stop()


@contextmanager
def takers(port, count=2):
    """Start ``count`` processes that draw numbers; end them whatever happens."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    processes = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "communes.core.numbering.tests.zeo_taker",
                str(port),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for _ in range(count)
    ]
    try:
        yield processes
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def tell(process, words):
    process.stdin.write(f"{words}\n")
    process.stdin.flush()


def heard(process):
    return process.stdout.readline().strip()


def ask(process, words):
    tell(process, words)
    return heard(process)


@pytest.mark.parametrize(
    "counter,second_commit",
    [
        pytest.param(HidingCounter, "done", id="safeguard-off"),
        pytest.param(Counter, "conflict", id="safeguard-on"),
    ],
)
@pytest.mark.usefixtures("in_its_own_folder")
def test_two_takers_at_once_meet_a_conflict(tmp_path, counter, second_commit):
    with zeo_with(counter(), tmp_path) as port, takers(port) as (one, other):
        assert ask(one, "draw") == ask(other, "draw") == "1"
        assert ask(one, "commit") == "done"
        assert ask(other, "commit") == second_commit


@pytest.mark.usefixtures("in_its_own_folder")
def test_200_numbers_from_two_processes_have_no_double_and_no_gap(tmp_path):
    with zeo_with(Counter(), tmp_path) as port, takers(port) as (one, other):
        tell(one, "rush 100")
        tell(other, "rush 100")
        drawn = [int(number) for side in (one, other) for number in heard(side).split()]
    assert sorted(drawn) == list(range(1, 201))
