from communes.search.domain.versions import is_rights_alone
from communes.search.domain.versions import judge
from communes.search.domain.versions import judge_rights
from communes.search.domain.versions import judge_whole
from communes.search.domain.versions import Known
from communes.search.domain.versions import known
from communes.search.domain.versions import NO_STAMP
from communes.search.domain.versions import stamped
from communes.search.domain.versions import tombstone
from communes.search.domain.versions import Verdict
from hypothesis import given
from hypothesis import strategies as st
import pytest


@pytest.mark.parametrize(
    ("version", "verdict"),
    [(9, "drop"), (10, "read again"), (14, "read again"), (15, "send"), (16, "send")],
)
def test_a_whole_document_never_brings_older_text_or_older_rights(version, verdict):
    assert judge_whole(Known(1, 10, 15), version) == verdict


@pytest.mark.parametrize(("version", "verdict"), [(14, "drop"), (15, "send")])
def test_rights_alone_never_bring_older_rights(version, verdict):
    assert judge_rights(Known(1, 10, 15), version) == verdict


@pytest.mark.parametrize("there", [None, Known(1, 1, 1, gone=True)])
def test_rights_alone_never_make_a_document(there):
    assert judge_rights(there, 99) is Verdict.DROP


def test_the_first_document_is_sent_only_onto_nothing():
    assert judge_whole(None, 1) is Verdict.SEND
    assert stamped({"UID": "u"}, None) == {"UID": "u", "_version_": NO_STAMP}
    assert stamped({"UID": "u"}, Known(7, 1, 1))["_version_"] == 7


def test_what_has_no_version_is_older_than_all():
    assert known({"UID": "u", "_version_": 7}) == Known(7, 0, 0)
    whole = {"_version_": 7, "version_l": 5, "rights_version_l": 3, "gone": True}
    assert known(whole) == Known(7, 5, 5, gone=True)


def test_what_stays_of_a_deleted_object_is_found_by_nobody():
    left = tombstone("u", 5, "2026-11-22T20:00:00Z")
    assert "allowedRolesAndUsers" not in left
    assert judge(Known(1, 4, 4), left) is Verdict.SEND
    assert not is_rights_alone(left)


class Index:
    """One document of an index that decides by these rules."""

    def __init__(self):
        self.held = None
        self.whole = self.rights = 0

    def take(self, kind, version, now):
        there = Known(1, self.whole, self.rights) if self.held else None
        rule = judge_rights if kind == "rights" else judge_whole
        verdict = rule(there, version)
        if verdict is Verdict.READ_AGAIN:
            version, verdict = now, rule(there, now)
        if verdict is Verdict.SEND:
            self.rights = version
            if kind != "rights":
                self.held, self.whole = kind, version


@given(
    st.lists(
        st.tuples(st.sampled_from(["add", "delete", "rights"]), st.integers(1, 30)),
        min_size=1,
        max_size=20,
    )
)
def test_in_any_order_and_number_nothing_older_wins(messages):
    index = Index()
    now = 30
    for kind, version in messages:
        before = (index.whole, index.rights)
        index.take(kind, version, now)
        assert (index.whole, index.rights) >= before
        assert index.rights >= before[1]
    wholes = [version for kind, version in messages if kind != "rights"]
    assert index.whole >= max(wholes, default=0)
    last = {kind for kind, version in messages if version == index.whole != now}
    if index.whole != now:
        assert index.held is None or index.held in last
