from communes.search.domain.query import Filter
from communes.search.lists.domain import filters_of
from communes.search.lists.domain import path_of
import pytest


def test_types_and_states_of_a_scope_narrow_the_search_too():
    scope = {"portal_type": "MeetingItem", "review_state": ["created", "validated"]}
    assert filters_of(scope) == (
        Filter("portal_type", ("MeetingItem",)),
        Filter("review_state", ("created", "validated")),
    )


@pytest.mark.parametrize(
    "wanted",
    [
        {"query": "MeetingItem"},
        {"not": "MeetingItem"},
        ["MeetingItem", 3],
        [],
        "",
        "a\x00b",
        [str(number) for number in range(300)],
    ],
)
def test_what_solr_can_not_say_is_left_to_the_catalogue(wanted):
    assert (
        filters_of({"portal_type": wanted, "deliberations_assembly": "college"}) == ()
    )


@pytest.mark.parametrize(
    ("scope", "path"),
    [
        ({}, ""),
        ({"path": "/demo/agents/x"}, "/demo/agents/x"),
        ({"path": {"query": "/demo/agents/x"}}, "/demo/agents/x"),
        ({"path": {"query": "/demo/agents/x", "depth": 1}}, ""),
        ({"path": ["/a", "/b"]}, ""),
    ],
)
def test_a_place_without_a_depth_narrows_the_search_too(scope, path):
    assert path_of(scope) == path
