from communes.search.domain.unsettled import is_below
from communes.search.domain.unsettled import Unsettled
import pytest


@pytest.mark.parametrize(
    ("path", "below"),
    [("/a/b", True), ("/a/b/c", True), ("/a/bc", False), ("/a", False)],
)
def test_a_place_holds_itself_and_all_below(path, below):
    assert is_below(path, ("/a/b",)) is below


def test_it_holds_what_is_named_and_what_is_below_its_places():
    unsettled = Unsettled(("/a",), ("u1",))
    assert unsettled.holds("u1", "/z")
    assert unsettled.holds("u2", "/a/b")
    assert not unsettled.holds("u2", "/z")


def test_nothing_changed_is_nothing_to_leave_out():
    assert not Unsettled()
