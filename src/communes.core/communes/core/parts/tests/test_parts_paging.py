"""Lists shown a page at a time."""

from communes.core.parts.domain.paging import asked_page
from communes.core.parts.domain.paging import links_around
from communes.core.parts.domain.paging import page_count
import pytest


def link(number):
    return f"?page={number}"


@pytest.mark.parametrize(("rows", "pages"), [(0, 1), (1, 1), (25, 1), (26, 2)])
def test_an_empty_list_has_one_page_and_a_rest_makes_another(rows, pages):
    assert page_count(rows, 25) == pages


@pytest.mark.parametrize(
    ("text", "page"),
    [("3", 3), ("0", 1), ("99", 7), ("-2", 1), ("x", 1), (None, 1), (["2"], 1)],
)
def test_the_page_asked_for_is_always_one_of_the_list(text, page):
    assert asked_page(text, 7) == page


def test_a_page_offers_two_neighbours_on_each_side_and_no_link_to_itself():
    found = links_around(5, 9, link)
    assert [one.label for one in found] == ["3", "4", "5", "6", "7"]
    assert [one.url for one in found if one.current] == [""]
    assert found[0].url == "?page=3"


def test_at_both_ends_of_a_list_there_are_fewer():
    assert [one.label for one in links_around(1, 2, link)] == ["1", "2"]
    assert [one.label for one in links_around(9, 9, link)] == ["7", "8", "9"]
    assert links_around(1, 0, link) == []


def test_the_ends_of_a_long_list_are_offered_on_demand():
    found = [one.label for one in links_around(5, 9, link, ends=True)]
    assert found == ["1", "3", "4", "5", "6", "7", "9"]
