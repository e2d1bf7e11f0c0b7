from communes.core.rights.domain import absorbed
from communes.core.rights.domain import BothLifted
from communes.core.rights.domain import is_below
from communes.core.rights.domain import merge_marks
from communes.core.rights.domain import outermost
from hypothesis import given
from hypothesis import strategies as st
import pytest


MARKS = st.dictionaries(
    st.tuples(st.sampled_from(["/a", "/a/b", "/c"]), st.just(""), st.text(max_size=2)),
    st.floats(0, 10),
    max_size=4,
)


def test_a_place_with_the_same_beginning_is_not_below():
    assert is_below("/demo/agents/a/b", ["/demo/agents/a"])
    assert is_below("/demo/agents/a", ["/demo/agents/a"])
    assert not is_below("/demo/agents/ab", ["/demo/agents/a"])


def test_only_the_outermost_places_are_named():
    assert outermost(["/a/b", "/a", "/a-c", "/a/b/c", "/a"]) == ("/a", "/a-c")


@given(st.lists(st.sampled_from(["/a", "/a/b", "/a-b", "/a/b/c", "/d/e"])))
def test_every_place_is_covered_by_an_outermost_one(paths):
    assert all(is_below(path, outermost(paths)) for path in paths)


def test_a_new_walk_takes_over_what_lies_below_under_the_same_rule():
    mine = ("/a", "members", "2")
    others = [
        ("/a/b", "", "1"),
        ("/a", "members", "1"),
        ("/a", "heads", "1"),
        ("/ab", "", "1"),
        ("/", "", "1"),
    ]
    assert absorbed(mine, [mine, *others]) == others[:2]


@given(MARKS, MARKS)
def test_two_changes_that_only_add_lose_nothing(mine, committed):
    merged = merge_marks({}, committed, mine)
    assert merged.keys() == {**committed, **mine}.keys()


def test_a_place_marked_meanwhile_survives_the_lifting_of_another():
    base = {("/a", "", "1"): 1.0}
    added = {**base, ("/b", "", "2"): 2.0}
    assert merge_marks(base, {}, added) == {("/b", "", "2"): 2.0}
    assert merge_marks(base, added, {}) == {("/b", "", "2"): 2.0}


def test_two_walks_can_not_lift_each_other():
    one, other = ("/a", "", "1"), ("/a", "", "2")
    base = {one: 1.0, other: 2.0}
    with pytest.raises(BothLifted):
        merge_marks(base, {one: 1.0}, {other: 2.0})
