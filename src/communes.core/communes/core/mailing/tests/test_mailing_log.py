"""A letter goes once: what was about to leave when a process died stays uncertain."""

from communes.core.jobs.sqlite import SqliteFile
from communes.core.mailing.domain.errors import LetterNotOpen
from communes.core.mailing.domain.errors import NoSuchLetter
from communes.core.mailing.domain.letter import as_payload
from communes.core.mailing.domain.letter import Letter
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.log import KEEP_SECONDS
from communes.core.mailing.log import Log
from communes.core.mailing.log import SCHEMA
import pytest
import time


PAYLOAD = as_payload(Letter("1", "l", "a@exemple.be", "s", "t", subscriber="p"))


@pytest.fixture
def log(tmp_path):
    file = SqliteFile(tmp_path / "letters.sqlite", SCHEMA)
    yield Log(file, "/demo/www")
    file.close()


def test_a_letter_is_begun_once(log):
    assert log.begin(PAYLOAD, "<1@x>") is Way.WAITING
    log.settle("1", Way.SENT)
    assert log.begin(PAYLOAD, "<1@x>") is Way.SENT
    assert [one.way for one in log.lines(Way)] == ["sent"]


def test_one_that_was_on_its_way_is_uncertain(log):
    log.begin(PAYLOAD, "<1@x>")
    assert log.begin(PAYLOAD, "<1@x>") is Way.SENDING
    assert [one.way for one in log.lines([Way.UNCERTAIN])] == ["uncertain"]
    assert log.begin(PAYLOAD, "<1@x>") is Way.UNCERTAIN


def test_a_person_sends_it_again_or_drops_it(log):
    log.begin(PAYLOAD, "<1@x>")
    with pytest.raises(LetterNotOpen):
        log.reopen("1", Way.WAITING)
    log.settle("1", Way.UNCERTAIN)
    assert log.reopen("1", Way.WAITING).payload == PAYLOAD
    assert log.begin(PAYLOAD, "<1@x>") is Way.WAITING
    with pytest.raises(NoSuchLetter):
        log.reopen("2", Way.DROPPED)


def test_sites_do_not_see_each_other(log):
    log.begin(PAYLOAD, "<1@x>")
    other = Log(log._file, "/other/www")
    assert other.lines(Way) == []
    assert other.by_message("<1@x>") is None
    assert log.by_message("<1@x>").id == "1"


def test_what_is_settled_is_forgotten_in_time(log):
    log.begin(PAYLOAD, "<1@x>")
    later = time.time() + KEEP_SECONDS + 60
    assert log.forget_old(later) == 0
    log.settle("1", Way.SENT)
    assert log.forget_old(time.time()) == 0
    assert log.forget_old(later) == 1


def test_who_left_is_in_no_line(log):
    log.begin(PAYLOAD, "<1@x>")
    log.settle("1", Way.SENT)
    log.forget_person("p")
    assert [(one.address, one.payload) for one in log.lines(Way)] == [("", {})]
