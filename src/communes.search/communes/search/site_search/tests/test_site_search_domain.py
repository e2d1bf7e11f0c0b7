from communes.search.domain.errors import QueryRefused
from communes.search.domain.errors import UnknownParameter
from communes.search.site_search.domain import Criterion
from communes.search.site_search.domain import Kind
from communes.search.site_search.domain import MAX_FULL_ROWS
from communes.search.site_search.domain import site_search_from
from communes.search.site_search.domain import SiteSearch
from datetime import datetime
from datetime import UTC
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pytest


INDEXES = {
    "SearchableText": Kind.TEXT,
    "Title": Kind.TEXT,
    "modified": Kind.DATE,
    "path": Kind.PATH,
    "portal_type": Kind.VALUE,
    "is_folderish": Kind.FLAG,
    "getObjPositionInParent": Kind.ORDER,
}


def asked(**form):
    return site_search_from({k.replace("__", "."): v for k, v in form.items()}, INDEXES)


def test_nothing_asked_is_the_first_page_of_everything():
    assert asked() == SiteSearch()


def test_text_and_criteria_are_read_by_the_kind_of_their_index():
    found = asked(
        SearchableText="égouts",
        portal_type=["Document", "File"],
        modified__query="2026-11-22",
        modified__range="min",
        path="/plone/a",
        path__depth="1",
        is_folderish="0",
        sort_on="modified",
        sort_order="reverse",
        b_start="50",
        b_size="25",
    )
    assert found.text == "égouts"
    assert set(found.criteria) == {
        Criterion("portal_type", Kind.VALUE, ("Document", "File")),
        Criterion(
            "modified", Kind.DATE, (datetime(2026, 11, 22, tzinfo=UTC),), range="min"
        ),
        Criterion("path", Kind.PATH, ("/plone/a",), depth=1),
        Criterion("is_folderish", Kind.FLAG, (False,)),
    }
    assert (found.sort_on, found.descending) == (("modified",), True)
    assert (found.start, found.size) == (50, 25)


@pytest.mark.parametrize(
    "name",
    [
        "core", "fq", "fl", "rows", "request_handler", "use_solr", "show_inactive",
        "allowedRolesAndUsers", "effectiveRange", "summary_serializer_metadata",
        "portal_type.not", "getObjPositionInParent", "-C", "q",
    ],
)  # fmt: skip
def test_what_is_no_index_is_refused_by_name(name):
    with pytest.raises(UnknownParameter) as refusal:
        site_search_from({name: "x"}, INDEXES)
    assert refusal.value.field == name


@pytest.mark.parametrize(
    "form",
    [
        {"b_size": "1000000000"},
        {"b_size": "0"},
        {"b_size": "-1"},
        {"b_start": "x"},
        {"b_size": str(MAX_FULL_ROWS + 1), "fullobjects": "1"},
        {"fullobjects": "perhaps"},
        {"portal_type": ""},
        {"portal_type": "a\x00b"},
        {"portal_type": {"query": "x"}},
        {"portal_type": [["x"]]},
        {"portal_type": ["x"] * 201},
        {"portal_type.range": "min"},
        {"portal_type": ["a", "b"], "portal_type.range": "min"},
        {"portal_type": "a", "portal_type.range": "between"},
        {"portal_type": "a", "portal_type.operator": "not"},
        {"modified": "hier"},
        {"path.depth": "-1"},
        {"is_folderish": "peut-être"},
        {"sort_on": "SearchableText"},
        {"sort_on": ["modified"] * 4},
        {"sort_order": "sideways"},
        {"SearchableText": ["a", "b"]},
        {"SearchableText": "x" * 10_000},
        {"Title": "x" * 10_000},
        {"metadata_fields": 3},
    ],
)
def test_bad_values_are_refused_with_the_name_of_the_field(form):
    with pytest.raises(QueryRefused) as refusal:
        site_search_from(form, INDEXES)
    assert refusal.value.field


NAMES = st.sampled_from([*INDEXES, "b_size", "b_start", "sort_on", "path.depth", "fq"])
VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=5,
)


@settings(max_examples=200)
@given(st.dictionaries(NAMES | st.text(max_size=8), VALUES, max_size=4))
def test_anything_is_read_or_refused_by_name(form):
    try:
        found = site_search_from(form, INDEXES)
    except QueryRefused as refusal:
        assert str(refusal)
    else:
        assert 1 <= found.size <= 200
