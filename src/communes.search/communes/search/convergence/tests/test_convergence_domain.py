from communes.search.convergence.domain import Difference
from communes.search.convergence.domain import difference
from communes.search.convergence.domain import Drift
from communes.search.convergence.domain import Expected
from communes.search.convergence.domain import paired
from communes.search.convergence.domain import uid_range
from hypothesis import given
from hypothesis import strategies as st
import pytest


DAY = "2026-11-22T20:00:00Z"
EXPECTED = Expected("u", "/a/b", "Document", "private", DAY, 7, frozenset({"Manager"}))
RECORD = {
    "UID": "u",
    "path": "/a/b",
    "portal_type": "Document",
    "review_state": "private",
    "modified": DAY,
    "allowedRolesAndUsers": ["Manager"],
    "version_l": 7,
}
UIDS = st.lists(st.text("abc", min_size=1, max_size=4), unique=True).map(sorted)


def test_what_was_read_at_or_after_the_last_change_agrees():
    assert difference(EXPECTED, RECORD) is None
    assert difference(EXPECTED, {**RECORD, "version_l": 9}) is None
    assert difference(None, None) is None
    assert difference(None, {**RECORD, "gone": True}) is None


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"version_l": 6}, Difference.STALE),
        ({"version_l": None}, Difference.STALE),
        ({"modified": "2026-11-22T20:00:01Z"}, Difference.STALE),
        ({"path": "/a/c"}, Difference.STALE),
        ({"review_state": "published"}, Difference.STALE),
        ({"allowedRolesAndUsers": ["Anonymous"]}, Difference.WRONG_RIGHTS),
        ({"allowedRolesAndUsers": None, "version_l": 1}, Difference.WRONG_RIGHTS),
        ({"gone": True}, Difference.MISSING),
    ],
)
def test_each_kind_of_difference_has_its_name(change, found):
    assert difference(EXPECTED, {**RECORD, **change}) is found


def test_what_is_on_one_side_only():
    assert difference(EXPECTED, None) is Difference.MISSING
    assert difference(None, RECORD) is Difference.ORPHANED


def test_an_object_without_workflow_has_no_state_in_the_record():
    stateless = Expected("u", "/a/b", "Document", "", DAY, 7, frozenset({"Manager"}))
    record = {key: val for key, val in RECORD.items() if key != "review_state"}
    assert difference(stateless, record) is None


@given(UIDS, UIDS)
def test_two_sorted_streams_are_paired_whatever_each_lacks(left, right):
    ours = [Expected(uid, "", "", "", "", 0, frozenset()) for uid in left]
    theirs = [{"UID": uid} for uid in right]
    found = list(paired(ours, theirs))
    assert [uid for uid, _ours, _theirs in found] == sorted({*left, *right})
    for uid, mine, other in found:
        assert (mine is not None) == (uid in left)
        assert (other is not None) == (uid in right)


def test_a_range_takes_no_word_of_a_uid_for_its_own():
    assert uid_range("", "") == "UID:[* TO *]"
    assert uid_range("a", "b") == 'UID:{"a" TO "b"]'
    assert uid_range('a" OR UID:"z', "") == 'UID:{"a\\" OR UID:\\"z" TO *]'


def test_what_waits_is_no_drift():
    assert Drift(missing=1, stale=2, orphaned=3, wrong_rights=4, waiting=5).total == 10
