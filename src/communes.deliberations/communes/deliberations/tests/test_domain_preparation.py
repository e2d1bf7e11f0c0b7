"""The rules of the work before a meeting, without Plone."""

from communes.deliberations.domain.preparation.audience import Audience
from communes.deliberations.domain.preparation.audience import audience_roles
from communes.deliberations.domain.preparation.claim import Claim
from communes.deliberations.domain.preparation.claim import claimed
from communes.deliberations.domain.preparation.claim import moved
from communes.deliberations.domain.preparation.claim import released
from communes.deliberations.domain.preparation.completeness import Completeness
from communes.deliberations.domain.preparation.completeness import step_obstacles
from communes.deliberations.domain.preparation.fixing import agenda_as_decision
from communes.deliberations.domain.preparation.fixing import fixing_obstacles
from communes.deliberations.domain.preparation.label import BadLabel
from communes.deliberations.domain.preparation.label import own
from communes.deliberations.domain.preparation.out_of_meeting import applies
from communes.deliberations.domain.preparation.out_of_meeting import Route
from communes.deliberations.domain.preparation.out_of_meeting import route_obstacles
from communes.deliberations.domain.preparation.ratification import ratification_texts
from communes.deliberations.domain.preparation.ratification import Ratified
from communes.deliberations.domain.preparation.settings import Label
from communes.deliberations.domain.preparation.settings import PreparationSettings
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.settings import DeliberationsSettings
from communes.deliberations.domain.settings_check import check
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import OUT_OF_MEETING
from dataclasses import replace
import datetime
import pytest


def groups(state, **chosen):
    audience = Audience(
        state, "conseil", copy_groups=("finances",), restricted_copy_groups=("cpas",)
    )
    roles = audience_roles(
        audience, PreparationSettings(**chosen), lambda unit, role: f"{unit}-{role}"
    )
    return {group.split("-")[0] for group in roles}


@pytest.mark.parametrize("state", list(ItemState))
def test_nobody_in_copy_reads_a_draft_and_restricted_copies_only_decisions(state):
    read = groups(state)
    if state in (ItemState.ITEMCREATED, ItemState.PROPOSED):
        assert "finances" not in read and "cpas" not in read
    if state in OUT_OF_MEETING.values() or state is ItemState.ACCEPTED:
        assert {"finances", "cpas"} <= read
    if state is ItemState.VALIDATED:
        assert "finances" in read and "cpas" not in read


def test_a_secret_item_has_no_audience():
    audience = Audience(ItemState.ACCEPTED, "conseil", ("finances",), secret=True)
    assert audience_roles(audience, PreparationSettings(), str.__add__) == {}


@pytest.mark.parametrize(
    "now,code",
    [
        (Completeness.NOT_EVALUATED, "file_not_checked"),
        (Completeness.ASKED_AGAIN, "file_not_checked"),
        (Completeness.INCOMPLETE, "file_incomplete"),
        (Completeness.COMPLETE, ""),
        (Completeness.NOT_REQUIRED, ""),
    ],
)
def test_only_a_complete_file_passes_the_step_that_waits_for_it(now, code):
    found = [one.code for one in step_obstacles(True, "validate", "validate", now)]
    assert found == ([code] if code else [])
    assert not list(step_obstacles(True, "validate", "present", now))
    assert not list(step_obstacles(False, "validate", "validate", now))


def test_a_claim_comes_back_unless_it_was_given_back():
    claim = claimed(Claim(), "itemcreated", "anne")
    away = moved(claim, "proposed")
    assert (away.holder, moved(away, "itemcreated").holder) == ("", "anne")
    given_back = released(claim, "itemcreated")
    assert moved(moved(given_back, "proposed"), "itemcreated").holder == ""


@pytest.mark.parametrize(
    "words", [[""], ["a|b"], ["x" * 41], list("abcdefghijklmnopqrstu")]
)
def test_own_labels_are_short_and_few(words):
    with pytest.raises(BadLabel):
        own(words)


def test_an_item_out_of_meeting_is_not_presented():
    codes = {one.code for one in route_obstacles(ItemTransition.PRESENT, Route(True))}
    assert codes == {"out_of_meeting"}
    assert not list(route_obstacles(ItemTransition.PRESENT, Route()))


def test_a_transfer_needs_a_destination_and_the_setting():
    step = ItemTransition.TRANSFER
    assert not applies(step, Route(transfers=True))
    assert not applies(step, Route(destinations=("conseil",)))
    assert applies(step, Route(destinations=("conseil",), transfers=True))


def test_urgency_without_anybody_to_ratify_is_refused():
    route = Route(urgent=True, decision="Décide", urgency_motivation="Tempête")
    step = ItemTransition.ACCEPT_OUT_OF_MEETING_EMERGENCY
    assert {one.code for one in route_obstacles(step, route)} == {"nobody_ratifies"}


def test_a_ratification_escapes_what_people_typed():
    found = Ratified(
        title="Toiture",
        motivation="<p>Vu la loi ;</p>",
        decision="<p>Décide</p>",
        urgency_motivation="vent <b>fort</b>",
        organ="le Collège communal",
        day=datetime.date(2026, 11, 24),
    )
    title, motivation, decision = ratification_texts(found)
    assert title == "Ratification : Toiture"
    assert "vent &lt;b&gt;fort&lt;/b&gt;" in motivation
    assert "mardi 24 novembre 2026" in decision and decision.endswith("<p>Décide</p>")


def test_an_agenda_counts_its_closed_items_and_names_none():
    html = agenda_as_decision(
        "le Conseil communal", datetime.date(2026, 12, 14), ["Budget <2027>"], 2
    )
    assert "<li>Budget &lt;2027&gt;</li>" in html
    assert "Huis clos : 2 points." in html


@pytest.mark.parametrize("state", list(ItemState))
def test_only_an_accepted_item_fixes_an_agenda(state):
    found = list(fixing_obstacles("freeze", "college", "le Collège", [state.value]))
    accepted = state.value.startswith("accepted") or state is ItemState.PRE_ACCEPTED
    assert bool(found) is not accepted


def test_faults_of_the_settings_are_told():
    wrong = PreparationSettings(
        ratified_by="nulle-part",
        complete_before="un-jour",
        labels=(Label("a", "A", "rose"), Label("a", "B")),
    )
    settings = DeliberationsSettings((COLLEGE, replace(CONSEIL, preparation=wrong)))
    assert {one.code for one in check(settings)} == {
        "unknown_assembly",
        "unknown_choice",
        "duplicate_id",
    }
