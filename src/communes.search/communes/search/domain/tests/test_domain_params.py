from communes.search.domain.answer import to_results
from communes.search.domain.params import Reader
from communes.search.domain.params import SEPARATOR
from communes.search.domain.params import to_params
from communes.search.domain.query import Filter
from communes.search.domain.query import Query
from communes.search.domain.query import Range
from communes.search.domain.query import Sort
from communes.search.domain.results import Piece
from communes.search.domain.unsettled import Unsettled
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


def test_the_question_is_what_the_language_made_of_it():
    asked = [("q", "{!bool must=$a}"), ("a", "egout")]
    assert to_params(Query(text="égout"), ANYONE, asked)[:2] == asked


def test_no_text_asks_for_everything():
    assert values("q", Query()) == ["*:*"]


def test_marks_are_asked_for_the_telling_words_only_and_escaped():
    query = Query(text="la taxe {!func}x", snippets=True)
    assert values("marked", query) == [r"taxe \{\!func\}x"]
    assert values("hl", Query(text="taxe")) == []
    assert values("hl", Query(snippets=True)) == []


def test_a_cursor_goes_on_where_an_answer_ended():
    assert values("cursorMark", Query(cursor="AoE=", sort=Sort.CREATED)) == ["AoE="]
    assert values("cursorMark", Query()) == []


def test_what_is_not_settled_is_left_out_but_for_what_the_reader_may_see():
    unsettled = Unsettled(("/a/x",), ("u1", "u2"), ("u1",))
    params = to_params(Query(), ANYONE, (), unsettled)
    named = dict(params)
    assert named["unsettled.places"].endswith("}/a/x")
    assert named["unsettled.uids"].endswith(f"}}u1{SEPARATOR}u2")
    assert named["unsettled.allowed"].endswith("}u1")
    either = "{!bool cache=false should=$unsettled.not should=$unsettled.allowed}"
    assert ("fq", either) in params
    assert to_params(Query(), ANYONE, (), Unsettled()) == to_params(Query(), ANYONE)


def test_filters_ranges_and_place_narrow_the_search():
    query = Query(
        filters=(Filter("portal_type", ("Document", "File")),),
        ranges=(Range("modified", date(2026, 1, 1), date(2026, 1, 31)),),
        path="/demo/agents/deliberations",
    )
    assert values("fq", query)[3:] == [
        f'{{!terms f=portal_type separator="{SEPARATOR}" tag=portal_type}}'
        f"Document{SEPARATOR}File",
        "modified:[2026-01-01T00:00:00Z TO 2026-02-01T00:00:00Z}",
        f'{{!terms f=path_parents separator="{SEPARATOR}"}}/demo/agents/deliberations',
    ]


@pytest.mark.parametrize("sort", list(Sort))
def test_every_order_ends_on_something_unique(sort):
    assert values("sort", Query(sort=sort))[0].endswith("UID asc")


def test_facets_are_asked_by_name():
    (asked,) = values("json.facet", Query(facets=("portal_type",)))
    facet = json.loads(asked)["portal_type"]
    assert facet["field"] == "portal_type"
    assert facet["domain"] == {"excludeTags": "portal_type"}


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
    assert results.hits[0].snippet == ()
    assert results.facets[0].values[0].count == 7
    assert not results.degraded


def test_an_answer_says_where_words_were_found():
    found = {"UID": "u1", "portal_type": "Document", "path": "/a/b", "Title": "Taxe"}
    texts = ["\x02Taxe\x03", "<b>", "la \x02taxe\x03"]
    marks = {"Title": ["\x02Taxe\x03"], "SearchableText": texts}
    answer = {
        "response": {"numFound": 1, "docs": [found]},
        "highlighting": {"u1": marks},
    }
    (hit,) = to_results(answer).hits
    assert hit.title_pieces == (Piece("Taxe", found=True),)
    assert hit.snippet == (
        Piece("… <b> … la "),
        Piece("taxe", found=True),
        Piece(" …"),
    )


def test_the_cursor_of_an_answer_is_empty_at_its_end():
    answer = {"response": {"numFound": 0, "docs": []}, "nextCursorMark": "AoE="}
    assert to_results(answer, "*").cursor == "AoE="
    assert to_results(answer, "AoE=").cursor == ""
