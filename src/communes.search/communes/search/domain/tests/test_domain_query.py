from communes.search.domain.errors import TooDeep
from communes.search.domain.errors import UnknownField
from communes.search.domain.errors import ValueRefused
from communes.search.domain.query import Filter
from communes.search.domain.query import FIRST
from communes.search.domain.query import MAX_DEPTH
from communes.search.domain.query import MAX_SIZE
from communes.search.domain.query import Query
from communes.search.domain.query import Range
from communes.search.domain.query import Sort
from datetime import date
import pytest


def test_page_and_size_say_where_to_start():
    assert Query(page=3, size=20).start == 40


@pytest.mark.parametrize("size", [-1, MAX_SIZE + 1, 1_000_000_000])
def test_size_has_a_cap(size):
    with pytest.raises(ValueRefused) as refusal:
        Query(size=size)
    assert refusal.value.field == "size"


def test_pages_no_one_reads_are_refused():
    with pytest.raises(TooDeep):
        Query(page=MAX_DEPTH, size=20)


def test_pages_begin_at_one():
    with pytest.raises(ValueRefused):
        Query(page=0)


@pytest.mark.parametrize(
    "field", ["allowedRolesAndUsers", "*", "UID:x", "a b_s", "S_s"]
)
def test_filters_and_facets_only_on_offered_fields(field):
    with pytest.raises(UnknownField):
        Filter(field, ("x",))
    with pytest.raises(UnknownField):
        Query(facets=(field,))


def test_fields_of_a_solution_are_offered_by_their_ending():
    assert Filter("seance_s", ("2026-11",)).field == "seance_s"
    assert Query(facets=("themes_ss",)).facets == ("themes_ss",)


@pytest.mark.parametrize("values", [(), ("",), ("x" * 301,), ("a\x1fb",), ("a\x00",)])
def test_values_of_a_filter_are_short_and_readable(values):
    with pytest.raises(ValueRefused):
        Filter("portal_type", values)


def test_a_range_has_an_end_and_a_direction():
    with pytest.raises(ValueRefused):
        Range("modified")
    with pytest.raises(ValueRefused) as refusal:
        Range("modified", date(2026, 2, 1), date(2026, 1, 1))
    assert "2026-02-01" in str(refusal.value)


def test_a_range_on_rights_is_refused():
    with pytest.raises(UnknownField):
        Range("allowedRolesAndUsers", date(2026, 1, 1))


def test_signs_only_are_hopeless_and_nothing_is_not():
    assert Query(text="*?*").is_hopeless
    assert not Query(text="").is_hopeless
    assert not Query(text="école *").is_hopeless


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("sort", {"cursor": FIRST}),
        ("cursor", {"cursor": FIRST, "sort": Sort.CREATED, "page": 2}),
        ("cursor", {"cursor": FIRST, "sort": Sort.CREATED, "size": 0}),
        ("cursor", {"cursor": "{!x}", "sort": Sort.CREATED}),
        ("cursor", {"cursor": "A" * 2001, "sort": Sort.CREATED}),
    ],
)
def test_a_cursor_wants_a_lasting_order_and_no_page(name, asked):
    with pytest.raises(ValueRefused) as refusal:
        Query(**asked)
    assert refusal.value.field == name


def test_a_cursor_is_as_an_answer_gave_it():
    assert Query(cursor="AoMIPowSPWAidTk=", sort=Sort.CREATED).cursor
