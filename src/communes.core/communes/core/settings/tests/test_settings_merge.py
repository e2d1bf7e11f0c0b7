"""The file, the memory and the live site: who wins, by table and by property."""

from communes.core.settings.domain import Kept
from communes.core.settings.domain import merge
from hypothesis import given
from hypothesis import strategies as st
import pytest


FLAT = st.dictionaries(st.sampled_from(["a", "b.c", "b.d"]), st.integers(0, 3))


@pytest.mark.parametrize(
    "applied,wanted,live,changes,kept",
    [
        ({}, {"k": 1}, {"k": 0}, {"k": 1}, ()),  # first application
        ({"k": 1}, {"k": 1}, {"k": 1}, {}, ()),  # nothing new
        ({"k": 1}, {"k": 2}, {"k": 1}, {"k": 2}, ()),  # the file changed
        ({"k": 1}, {"k": 1}, {"k": 9}, {}, (Kept("k", 9, 1),)),  # changed live
        ({"k": 1}, {"k": 2}, {"k": 9}, {}, (Kept("k", 9, 2),)),  # both changed
        ({"k": 1}, {"k": 9}, {"k": 9}, {}, ()),  # both to the same value
        ({"k": 1}, {"k": 2}, {}, {"k": 2}, ()),  # the live value is gone
    ],
)
def test_merge_decides_by_who_changed(applied, wanted, live, changes, kept):
    merged = merge(applied, wanted, live)
    assert merged.changes == changes
    assert merged.kept == kept


def test_force_lets_the_file_win():
    merged = merge({"k": 1}, {"k": 2}, {"k": 9}, force=True)
    assert merged.changes == {"k": 2}
    assert merged.kept == ()


def test_a_kept_value_is_reported_again_next_time():
    first = merge({"k": 1}, {"k": 2}, {"k": 9})
    assert merge(first.applied, {"k": 2}, {"k": 9}).kept == first.kept


@given(FLAT, FLAT, FLAT, st.booleans())
def test_applying_twice_changes_nothing(applied, wanted, live, force):
    first = merge(applied, wanted, live, force)
    after = {**live, **first.changes}
    second = merge(first.applied, wanted, after, force)
    assert second.changes == {}
    assert second.kept == first.kept


@given(FLAT, FLAT, FLAT)
def test_every_wanted_key_is_written_kept_or_already_so(applied, wanted, live):
    merged = merge(applied, wanted, live)
    kept = {value.key for value in merged.kept}
    assert not kept & set(merged.changes)
    for key in wanted:
        assert key in merged.changes or key in kept or live[key] == wanted[key]
