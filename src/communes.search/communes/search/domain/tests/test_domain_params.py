from communes.search.domain.params import Reader
from communes.search.domain.params import SEPARATOR
from communes.search.domain.params import to_params
from communes.search.domain.params import to_results
from communes.search.domain.query import Filter
from communes.search.domain.query import Query
from communes.search.domain.query import Range
from communes.search.domain.query import Sort
from datetime import date
from datetime import datetime
from datetime import UTC
import json
import pytest


ANYONE = Reader(("Anonymous",), datetime(2026, 11, 22, 20, 45, 31, tzinfo=UTC))


def values(name, query, reader=ANYONE):
    return [value for key, value in to_params(query, reader) if key == name]


def test_rights_are_a_filter_of_every_search():
    security = f'{{!terms f=allowedRolesAndUsers separator="{SEPARATOR}"}}Anonymous'
    for query in (Query(), Query(text="taxe"), Query(size=0, facets=("portal_type",))):
        assert values("fq", query)[0] == security


def test_a_reader_without_tokens_still_has_the_filter():
    assert values("fq", Query(), Reader((), None)) == [
        f'{{!terms f=allowedRolesAndUsers separator="{SEPARATOR}"}}'
    ]


def test_a_token_can_not_smuggle_another_in():
    reader = Reader(("user:jean", f"x{SEPARATOR}Manager"), None)
    assert values("fq", Query(), reader)[0].endswith("}user:jean")


def test_the_time_of_publication_counts_by_the_minute():
    assert values("fq", Query())[1:] == [
        "effective:[* TO 2026-11-22T20:46:00Z}",
        "expires:[2026-11-22T20:45:00Z TO *]",
    ]


def test_who_may_see_the_inactive_has_no_filter_of_time():
    assert len(values("fq", Query(), Reader(("Manager",), None))) == 1


def test_text_never_becomes_a_parameter_or_an_operator():
    assert values("q", Query(text="core=x OR *:* {!func}y")) == [
        r"core\=x or \{\!func\}y"
    ]
    assert values("uf", Query(text="title:x")) == ["-*"]


def test_no_text_asks_for_everything_without_a_ranking():
    assert values("q", Query()) == ["*:*"]
    assert values("defType", Query()) == []


def test_filters_ranges_and_place_narrow_the_search():
    query = Query(
        filters=(Filter("portal_type", ("Document", "File")),),
        ranges=(Range("modified", date(2026, 1, 1), date(2026, 1, 31)),),
        path="/demo/agents/deliberations",
    )
    assert values("fq", query)[3:] == [
        f'{{!terms f=portal_type separator="{SEPARATOR}"}}Document{SEPARATOR}File',
        "modified:[2026-01-01T00:00:00Z TO 2026-02-01T00:00:00Z}",
        f'{{!terms f=path_parents separator="{SEPARATOR}"}}/demo/agents/deliberations',
    ]


@pytest.mark.parametrize("sort", list(Sort))
def test_every_order_ends_on_something_unique(sort):
    assert values("sort", Query(sort=sort))[0].endswith("UID asc")


def test_facets_are_asked_by_name():
    (asked,) = values("json.facet", Query(facets=("portal_type",)))
    assert json.loads(asked)["portal_type"]["field"] == "portal_type"


def test_an_answer_becomes_hits_and_facets():
    results = to_results(
        {
            "response": {
                "numFound": 7,
                "docs": [{"UID": "u1", "portal_type": "Document", "path": "/a/b"}],
            },
            "facets": {
                "count": 7,
                "portal_type": {"buckets": [{"val": "Document", "count": 7}]},
            },
        }
    )
    assert results.total == 7
    assert results.hits[0].path == "/a/b"
    assert results.hits[0].title == ""
    assert results.facets[0].values[0].count == 7
    assert not results.degraded
