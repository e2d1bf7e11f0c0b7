"""An export of PloneMeeting is judged object by object, whatever stands in it."""

from communes.deliberations.domain.plonemeeting.reading import Export
from communes.deliberations.domain.plonemeeting.reading import read_export
from hypothesis import given
from hypothesis import strategies as st
import json
from pathlib import Path
import pytest


FOLDER = Path(__file__).parent / "data" / "plonemeeting"
SERVICES = {"travaux et voirie": "travaux", "service des finances": "finances"}


def export(**changes):
    """Return the real shapes; ``items=change`` changes the first of them."""
    found = {}
    for kind in ("meetings", "items", "advices"):
        text = (FOLDER / f"{kind}.json").read_text(encoding="utf-8")
        found[kind] = json.loads(text)["items"]
        found[kind][0] |= changes.get(kind, {})
    return Export(**found)


def codes(read):
    return [[reason.code for reason in row.reasons] for row in read[1]]


def test_the_real_shapes_are_read_whole():
    archive, rows = read_export(export(), SERVICES)
    assert rows == ()
    sizes = (len(archive.meetings), len(archive.items), len(archive.advices))
    assert sizes == (2, 5, 1)


@pytest.mark.parametrize(
    "kind,change,code",
    [
        ("items", {"title": ""}, "pm_missing"),
        ("items", {"title": 12}, "pm_wrong_type"),
        ("items", {"title": "x" * 501}, "pm_long_title"),
        ("items", {"title": "a\x00b"}, "pm_unreadable"),
        ("items", {"UID": None}, "pm_missing"),
        ("items", {"review_state": "rêvé"}, "pm_unknown_word"),
        ("items", {"itemNumber": -1}, "pm_wrong_type"),
        ("items", {"itemNumber": 200}, "pm_same_number"),
        ("items", {"extra_include_meeting": {}}, "pm_without_meeting"),
        ("items", {"extra_include_meeting": {"UID": "m-perdue"}}, "pm_no_meeting"),
        ("items", {"extra_include_annexes": "a"}, "pm_wrong_type"),
        ("items", {"UID": "i-compte"}, "pm_twice"),
        ("items", {"extra_include_linked_items": [{"UID": "i-voirie"}]}, "pm_circle"),
        ("meetings", {"date": "hier"}, "pm_wrong_type"),
        ("meetings", {"review_state": {"token": "gelée"}}, "pm_unknown_word"),
        ("meetings", {"extra_include_attendees": [{}]}, "pm_missing"),
        ("advices", {"advice_type": {"token": "oui"}}, "pm_unknown_word"),
        ("advices", {"parent": {}}, "pm_advice_of_nothing"),
        ("advices", {"parent": {"UID": "i-perdu"}}, "pm_no_item"),
        ("advices", {"advice_group": {"title": "Juridique"}}, "pm_unknown_service"),
    ],
)
def test_what_is_wrong_is_said_with_its_object(kind, change, code):
    found = codes(read_export(export(**{kind: change}), SERVICES))
    assert code in found[0]


def test_a_vote_of_somebody_who_is_not_seated_is_refused():
    votes = {"i-voirie": [{"vote_type": "public", "voters": {"hp-inconnu": "yes"}}]}
    found = codes(read_export(export(meetings={"item_votes": votes}), SERVICES))
    assert found[0] == ["pm_vote_of_nobody"]
    # Its items, and their advice, are refused with the meeting.
    assert len(found) == 1 + 3 + 1


def test_items_that_follow_each_other_in_a_circle_are_all_refused():
    changed = export()
    changed.items[0]["extra_include_linked_items"] = [{"UID": "i-compte"}]
    changed.items[1]["extra_include_linked_items"] = [{"UID": "i-voirie"}]
    found = codes(read_export(changed, SERVICES))
    assert found == [["pm_circle"], ["pm_circle"], ["pm_no_item"]]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("UID", "token", "title", "items", "data")), inner
        )
    ),
    max_leaves=8,
)
KEYS = st.sampled_from(
    (
        "UID",
        "title",
        "review_state",
        "date",
        "itemNumber",
        "item_votes",
        "parent",
        "proposingGroup",
        "extra_include_meeting",
        "extra_include_annexes",
        "extra_include_attendees",
        "extra_include_linked_items",
    )
)


@given(st.lists(st.dictionaries(KEYS, JSON) | JSON, max_size=4))
def test_nothing_that_json_can_say_breaks_the_reading(objects):
    archive, rows = read_export(Export(objects, objects, objects), SERVICES)
    kept = len(archive.meetings) + len(archive.items) + len(archive.advices)
    assert kept + len(rows) == 3 * len(objects)


@pytest.mark.parametrize(
    "privacy,closed,treatment",
    [
        ("public", False, "decision"),
        ("public_heading", False, "heading"),
        ("secret", True, "decision"),
        ("secret_information", True, "information"),
        ("public_advice", False, "advice"),
    ],
)
def test_the_variants_of_a_privacy_say_what_is_done_with_the_item(
    privacy, closed, treatment
):
    told = export(items={"privacy": privacy})
    archive, rows = read_export(told, SERVICES)
    assert rows == ()
    (read,) = (one for one in archive.items if one.uid == told.items[0]["UID"])
    assert (read.closed, read.treatment) == (closed, treatment)
