from communes.search.domain.errors import QueryRefused
from communes.search.domain.errors import UnknownParameter
from communes.search.domain.query import Filter
from communes.search.domain.query import Range
from communes.search.domain.query import Sort
from communes.search.domain.request import query_from
from datetime import date
import pytest


def test_listed_parameters_make_a_query():
    query = query_from(
        {
            "q": "taxe sur les égouts",
            "type": ["MeetingItem", "Meeting"],
            "modified_from": "2026-01-01",
            "path": "/deliberations/college/",
            "facet": "type",
            "sort": "newest",
            "page": "2",
            "size": "50",
        },
        "/demo/agents",
    )
    assert query.text == "taxe sur les égouts"
    assert query.filters == (Filter("portal_type", ("MeetingItem", "Meeting")),)
    assert query.ranges == (Range("modified", date(2026, 1, 1)),)
    assert query.path == "/demo/agents/deliberations/college"
    assert query.facets == ("portal_type",)
    assert query.sort is Sort.NEWEST
    assert (query.page, query.size) == (2, 50)


def test_nothing_asked_is_the_first_page_of_everything():
    query = query_from({}, "/demo/agents")
    assert (query.text, query.page, query.size, query.path) == ("", 1, 20, "")


@pytest.mark.parametrize(
    "name", ["core", "fq", "fl", "rows", "request_handler", "use_solr", "bq", "q.op"]
)
def test_parameters_of_the_engine_are_unknown(name):
    with pytest.raises(UnknownParameter) as refusal:
        query_from({name: "x"}, "")
    assert name in str(refusal.value)


@pytest.mark.parametrize(
    "form",
    [
        {"size": "1000000000"},
        {"size": "1e9"},
        {"size": "²"},
        {"page": "-1"},
        {"page": "0"},
        {"sort": "score desc"},
        {"modified_from": "hier"},
        {"modified_from": "2026-13-01"},
        {"facet": "allowedRolesAndUsers"},
        {"path": "x\x00y"},
        {"type": ""},
        {"q": ["a", "b"]},
        {"q": {"a": "x"}},
        {"page": 3},
        {"type": [1]},
        {"q": "x" * 10_000},
    ],
)
def test_bad_values_are_refused_with_the_name_of_the_field(form):
    with pytest.raises(QueryRefused) as refusal:
        query_from(form, "")
    assert refusal.value.field
