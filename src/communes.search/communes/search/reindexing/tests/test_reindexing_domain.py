"""How a site is cut, how far a reindex is, and when a new index may take over."""

from communes.search.reindexing.domain import core_for
from communes.search.reindexing.domain import looks_whole
from communes.search.reindexing.domain import Portion
from communes.search.reindexing.domain import portions
from communes.search.reindexing.domain import Progress
from hypothesis import given
from hypothesis import strategies as st


def test_nothing_makes_no_portion():
    assert list(portions([])) == []


@given(st.sets(st.integers(-(2**31), 2**31 - 1)), st.integers(1, 9))
def test_every_object_is_in_exactly_one_portion(numbers, size):
    ordered = sorted(numbers)
    cut = list(portions(ordered, size))
    found = [[each for each in ordered if one.first <= each <= one.last] for one in cut]
    assert [each for one in found for each in one] == ordered
    assert [len(one) for one in found] == [one.size for one in cut]
    assert all(one.size <= size for one in cut)
    assert [one.number for one in cut] == list(range(len(cut)))


def test_the_last_portion_may_be_smaller():
    assert list(portions([1, 4, 9], 2)) == [Portion(0, 1, 4, 2), Portion(1, 9, 9, 1)]


def test_progress_tells_what_is_left_from_the_pace_so_far():
    half = Progress(1000, 500, 480, 20, started=100.0, core="x")
    assert half.share == 0.5
    assert half.seconds_left(now=110.0) == 10.0
    assert Progress(0, 0, 0, 0, 100.0, "x").share == 1.0
    assert Progress(10, 0, 0, 0, 100.0, "x").seconds_left(200.0) == 0.0


def test_two_indexes_of_one_site_have_different_names():
    assert core_for("demo-agents", 0) == "demo-agents--19700101T000000000000"
    assert core_for("demo-agents", 0.001) != core_for("demo-agents", 0)


def test_an_index_that_lacks_much_does_not_take_over():
    assert looks_whole(1000, 1000)
    assert looks_whole(900, 1000)
    assert looks_whole(1100, 1000)
    assert looks_whole(0, 0)
    assert looks_whole(6, 8)
    assert not looks_whole(899, 1000)
    assert not looks_whole(0, 8)
