"""How often is too often, and what only a machine does."""

from communes.core.protection.domain.bucket import full
from communes.core.protection.domain.bucket import Rate
from communes.core.protection.domain.bucket import take
from communes.core.protection.domain.errors import TooFast
from communes.core.protection.domain.errors import TooOld
from communes.core.protection.domain.proof import check_stamp
from communes.core.protection.domain.proof import MOST_SECONDS
from communes.core.protection.domain.proof import stamp
from communes.core.protection.store import take_one
import pytest


RATE = Rate(burst=3, seconds=60.0)


def test_a_burst_goes_then_one_at_a_time():
    bucket, waits = full(RATE, 0.0), []
    for moment in (0.0, 0.0, 0.0, 0.0, 30.0, 60.0, 61.0):
        bucket, wait = take(bucket, RATE, moment)
        waits.append(wait)
    assert waits == [0.0, 0.0, 0.0, 60.0, 30.0, 0.0, pytest.approx(59.0)]


def test_a_bucket_is_never_more_than_full():
    bucket, _wait = take(full(RATE, 0.0), RATE, 1e9)
    assert bucket.tokens == 2.0


def test_a_clock_that_goes_back_gives_nothing():
    bucket = full(RATE, 1000.0)
    for moment in (1000.0, 1000.0, 1000.0):
        bucket, _wait = take(bucket, RATE, moment)
    bucket, wait = take(bucket, RATE, 0.0)
    assert (bucket.at, wait) == (1000.0, 60.0)


def test_processes_share_what_was_taken(tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    assert [take_one("form|1.2.3.4", RATE, 0.0) for _n in range(4)] == [0, 0, 0, 60]
    assert take_one("form|1.2.3.5", RATE, 0.0) == 0
    assert take_one("form|1.2.3.4", RATE, 3600.0) == 0
    assert b"1.2.3.4" not in (tmp_path / "protection.sqlite").read_bytes()


def test_a_form_comes_back_in_the_time_of_a_person():
    made = stamp(b"s", "form", 1000.0)
    check_stamp((b"s",), "form", made, 1010.0)
    check_stamp((b"new", b"s"), "form", made, 1010.0)
    with pytest.raises(TooFast):
        check_stamp((b"s",), "form", made, 1001.0)
    with pytest.raises(TooOld):
        check_stamp((b"s",), "form", made, 1001.0 + MOST_SECONDS)


@pytest.mark.parametrize(
    "text", ["", "1000", "1000.x", "é.é", "nan.nan", stamp(b"s", "other", 1000.0)]
)
def test_a_form_that_was_never_shown_is_refused(text):
    with pytest.raises(TooOld):
        check_stamp((b"s",), "form", text, 1010.0)
