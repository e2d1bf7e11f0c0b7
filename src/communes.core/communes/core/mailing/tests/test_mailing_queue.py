"""A mailing is begun once; each of its letters is somewhere, and counted once."""

from communes.core.jobs.sqlite import SqliteFile
from communes.core.mailing.domain.letter import mark_of
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.domain.subscriber import Subscriber
from communes.core.mailing.log import KEEP_SECONDS
from communes.core.mailing.log import Log
from communes.core.mailing.log import SCHEMA
from communes.core.mailing.mailings.queue import LATER_SECONDS
from communes.core.mailing.mailings.queue import Queue
from datetime import datetime
from datetime import UTC
import pytest
import time


NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
PEOPLE = [Subscriber(id, "l:1", f"{id}@exemple.be", NOW) for id in "abc"]


@pytest.fixture
def file(tmp_path):
    file = SqliteFile(tmp_path / "letters.sqlite", SCHEMA)
    yield file
    file.close()


@pytest.fixture
def queue(file):
    made = Queue(file, "/demo/www")
    made.begin("issue:1", "l:1", "Décembre", lambda: PEOPLE)
    return made


def names(queue, most=10):
    return [one.subscriber for one in queue.next("issue:1", most)]


def begun(file, id):
    payload = {"id": id, "list": "l:1", "subscriber": "x", "address": "", "subject": ""}
    return Log(file, "/demo/www").begin(payload, f"<{mark_of(id)}@x>")


def test_who_gets_it_is_written_down_once(queue):
    queue.begin("issue:1", "l:1", "Décembre", lambda: [*PEOPLE, PEOPLE[0]])
    assert names(queue) == ["a", "b", "c"]
    assert names(queue, 2) == ["a", "b"]
    assert queue.recipients("issue:1") == 3
    assert queue.recipients("issue:2") is None
    assert queue.counts("issue:1") == {Way.WAITING: 3}


def test_others_are_not_taken_for_its_own(queue):
    queue.begin("issue:11", "l:1", "Janvier", lambda: PEOPLE)
    assert queue.counts("issue:1") == {Way.WAITING: 3}


def test_what_was_leaving_is_uncertain_to_the_next_process(queue, file):
    assert begun(file, "issue:1:a") is Way.WAITING
    assert names(queue) == ["b", "c"]
    assert queue.doubt("issue:1") == 1
    assert queue.doubt("issue:1") == 0
    assert names(queue) == ["b", "c"]
    assert begun(file, "issue:1:a") is Way.UNCERTAIN
    assert queue.counts("issue:1") == {Way.WAITING: 2, Way.UNCERTAIN: 1}


def test_a_letter_is_found_by_its_mark(queue, file):
    log = Log(file, "/demo/www")
    assert log.by_mark(mark_of("issue:1:a")) is None
    begun(file, "issue:1:a")
    assert log.by_mark(mark_of("issue:1:a")).subscriber == "a"
    assert Log(file, "/other/www").by_mark(mark_of("issue:1:a")) is None


def test_a_letter_put_off_comes_back_later_and_not_for_ever(queue, monkeypatch):
    now = time.time()
    for seconds in LATER_SECONDS:
        assert queue.put_off("issue:1:a")
        assert names(queue) == ["b", "c"]
        now += seconds + 1
        monkeypatch.setattr(time, "time", lambda now=now: now)
        assert names(queue) == ["a", "b", "c"]
    assert not queue.put_off("issue:1:a")


def test_waiting_lines_are_forgotten_in_time(queue, file):
    queue.put_off("issue:1:a")
    Log(file, "/demo/www").forget_old(time.time() + KEEP_SECONDS + 90_000)
    left = file.connection().execute("SELECT COUNT(*) FROM delays").fetchone()
    assert left[0] == 0
    assert queue.recipients("issue:1") == 3


def test_its_pace_counts_what_was_given_to_the_server(queue, file):
    log = Log(file, "/demo/www")
    for id, way in (("a", Way.SENT), ("b", Way.DROPPED)):
        begun(file, f"issue:1:{id}")
        log.settle(f"issue:1:{id}", way)
    assert queue.handed_over_since("l:1", time.time() - 60) == 1
    assert queue.handed_over_since("l:1", time.time() + 1) == 0
    assert queue.handed_over_since("l:2", 0) == 0
