"""Plain values become records and come back; what is of another kind is refused."""

from communes.core.errors.domain import DomainError
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.phone import international
from communes.web.domain.phone import spoken
from communes.web.domain.reading import BadValue
from communes.web.domain.reading import read
from communes.web.domain.reading import read_value
from communes.web.domain.reading import tell
from communes.web.domain.service import ServiceSheet
from communes.web.tests import example
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import json
import pytest


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "number", "week", "x"]), inner)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("record", [example.entry(), example.SHEET])
def test_what_is_told_is_read_back_as_it_was(record):
    plain = json.loads(json.dumps(tell(record)))
    assert read(type(record), plain) == record


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["phones", "hours", "place", "kind", "title"]), ANYTHING)
def test_anything_else_is_refused_by_name_and_never_breaks(name, value):
    plain = tell(example.entry())
    try:
        read(DirectoryEntry, {**plain, name: value})
    except DomainError as refused:
        assert refused.field


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("phones", "x"),
        ("phones", [{"number": 5}]),
        ("phones", [{"numero": "+3281234567"}]),
        ("categories", [1]),
        ("facilities", ["piscine"]),
        ("confirmed_on", "hier"),
        ("hours", {"schedules": [{"name": "x"}]}),
        ("inconnu", 1),
    ],
)
def test_a_refusal_names_the_field(name, value):
    with pytest.raises(BadValue) as refused:
        read(DirectoryEntry, {**tell(example.entry()), name: value})
    assert refused.value.field == name


def test_amounts_days_and_pairs_are_read():
    rows = [{"id": "a", "amount": "12.50"}]
    assert str(read_value(ServiceSheet, "costs", rows)[0].amount) == "12.50"
    assert read_value(ServiceSheet, "delay", 5).days == 5
    assert read_value(ServiceSheet, "questions", [["a", "b"]]) == (("a", "b"),)
    for wrong in ("NaN", "beaucoup", "1e99"):
        with pytest.raises(BadValue):
            read_value(ServiceSheet, "costs", [{"id": "a", "amount": wrong}])
    with pytest.raises(BadValue):
        read_value(ServiceSheet, "questions", [["a"]])


@pytest.mark.parametrize(
    ("typed", "kept", "said"),
    [
        ("082/12.34.56", "+3282123456", "082 12 34 56"),
        ("0032 470 11 12 22", "+32470111222", "0470 11 12 22"),
        ("+32 (0)2 123 45 67", "+3221234567", "02 123 45 67"),
        ("+33 1 23 45 67 89", "+33123456789", "+33123456789"),
    ],
)
def test_a_number_is_typed_as_people_write_it(typed, kept, said):
    assert international(typed) == kept
    assert spoken(kept) == said
