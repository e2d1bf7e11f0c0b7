"""A step that is refused says why, in a sentence that names the cure."""

from communes.deliberations.domain.errors import because
from communes.deliberations.domain.facts import AgendaFact
from communes.deliberations.domain.facts import ItemFacts
from communes.deliberations.domain.facts import MeetingFacts
from communes.deliberations.domain.majority import Outcome
from communes.deliberations.domain.majority import Result
from communes.deliberations.domain.meeting_obstacles import meeting_obstacles
from communes.deliberations.domain.obstacles import item_obstacles
from communes.deliberations.domain.obstacles import offered
from communes.deliberations.domain.quorum import Quorum
from communes.deliberations.domain.settings import Category
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import MeetingTransition
from dataclasses import replace
from datetime import date
import pytest


DAY = date(2023, 5, 22)
COUNCIL = replace(CONSEIL, categories=(Category("finances", "Finances"),))
ITEM = ItemFacts(
    state=ItemState.ITEMFROZEN,
    assembly=COUNCIL,
    today=DAY,
    levels=COUNCIL.validation_levels,
    staffed=frozenset({"reviewers"}),
    title="Compte 2022",
    decision="Le compte est approuvé.",
    category="finances",
    service="finances",
    list_type="normal",
    poll_type="aloud",
    accepting_meetings=1,
    meeting_state=MeetingState.DECIDED,
    meeting_date=DAY,
    votes_missing=0,
    outcome=Outcome(Result.ADOPTED, "13 pour."),
    quorum=Quorum(13, 8, True, "Le quorum est atteint."),
)
DRAFT = replace(
    ITEM, state=ItemState.ITEMCREATED, meeting_state=None, meeting_date=None
)
READY = replace(DRAFT, state=ItemState.VALIDATED)


def codes(transition, facts):
    return [reason.code for reason in item_obstacles(transition, facts)]


def test_a_complete_item_meets_no_obstacle():
    assert codes(ItemTransition.PROPOSE, DRAFT) == []
    assert codes(ItemTransition.PRESENT, READY) == []
    assert codes(ItemTransition.ACCEPT, ITEM) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": " "}, "title_missing"),
        ({"category": ""}, "category_missing"),
        ({"service": ""}, "service_missing"),
        ({"staffed": frozenset()}, "level_without_reviewer"),
    ],
)
def test_a_draft_is_proposed_complete_and_to_somebody(change, code):
    assert codes(ItemTransition.PROPOSE, replace(DRAFT, **change)) == [code]


def test_a_category_is_asked_only_where_categories_exist():
    facts = replace(DRAFT, assembly=CONSEIL, category="")
    assert codes(ItemTransition.PROPOSE, facts) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"decision": ""}, "decision_missing"),
        ({"accepting_meetings": 0}, "no_meeting"),
        ({"meeting_state": MeetingState.CLOSED}, "meeting_refuses_items"),
    ],
)
def test_presenting_asks_for_a_decision_and_a_meeting(change, code):
    assert codes(ItemTransition.PRESENT, replace(READY, **change)) == [code]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"today": date(2023, 5, 21)}, "meeting_to_come"),
        ({"meeting_state": MeetingState.CREATED}, "agenda_not_frozen"),
        ({"meeting_state": None}, "not_in_meeting"),
        ({"motivation": "", "decision": ""}, "text_missing"),
        ({"votes_missing": None}, "vote_missing"),
        ({"votes_missing": 2}, "vote_incomplete"),
        ({"list_type": "urgent"}, "urgency_not_declared"),
        ({"quorum": Quorum(7, 8, False, "Le quorum manque.")}, "quorum_not_reached"),
        ({"outcome": Outcome(Result.REJECTED, "Rejeté.")}, "vote_against"),
        ({"outcome": Outcome(Result.POSTPONED, "Remis.")}, "vote_against"),
    ],
)
def test_accepting_is_refused_with_its_reason(change, code):
    assert codes(ItemTransition.ACCEPT, replace(ITEM, **change)) == [code]


def test_a_declared_urgency_may_be_decided():
    facts = replace(ITEM, list_type="urgent", urgency_accepted=True)
    assert codes(ItemTransition.ACCEPT, facts) == []


def test_no_vote_is_asked_when_the_item_has_none_or_the_college_keeps_none():
    communication = replace(ITEM, poll_type="no_vote", votes_missing=None)
    assert codes(ItemTransition.ACCEPT, communication) == []
    college = replace(ITEM, assembly=COLLEGE, votes_missing=None)
    assert codes(ItemTransition.ACCEPT, college) == []


@pytest.mark.parametrize("treatment", ["information", "heading"])
def test_what_is_told_or_announced_needs_no_text_and_no_vote(treatment):
    told = replace(ITEM, treatment=treatment, motivation="", decision="")
    assert codes(ItemTransition.ACCEPT, replace(told, votes_missing=None)) == []
    ready = replace(READY, treatment=treatment, decision="")
    assert codes(ItemTransition.PRESENT, ready) == []


def test_an_opinion_of_the_assembly_is_voted():
    asked = replace(ITEM, treatment="advice", votes_missing=None)
    assert codes(ItemTransition.ACCEPT, asked) == ["vote_missing"]


def test_an_urgent_item_may_come_up_before_its_text():
    urgent = replace(READY, list_type="urgent", decision="")
    assert codes(ItemTransition.PRESENT, urgent) == []


def test_a_lost_vote_is_refused_and_an_empty_room_postponed():
    lost = replace(ITEM, outcome=Outcome(Result.REJECTED, "Rejeté."))
    assert codes(ItemTransition.REFUSE, lost) == []
    alone = replace(
        ITEM, quorum=Quorum(3, 8, False, "Le quorum manque."), votes_missing=None
    )
    assert codes(ItemTransition.POSTPONE, alone) == []


def test_nothing_moves_in_a_closed_meeting():
    closed = replace(ITEM, meeting_state=MeetingState.CLOSED)
    assert codes(ItemTransition.RETURN, closed) == ["meeting_closed"]
    accepted = replace(closed, state=ItemState.ACCEPTED)
    assert codes(ItemTransition.BACK_TO_FROZEN, accepted) == ["meeting_closed"]


def test_a_step_of_another_state_is_refused():
    assert codes(ItemTransition.ACCEPT, DRAFT) == ["not_from_here"]


def test_a_reason_names_the_cure():
    (reason,) = item_obstacles(
        ItemTransition.ACCEPT, replace(ITEM, today=date(2023, 5, 1))
    )
    assert str(reason) == (
        "La séance du 22/05/2023 n'a pas encore eu lieu : décidez à partir de ce jour."
    )


def test_a_creator_is_offered_what_creators_may_do():
    assert offered(DRAFT, frozenset({"creators"})) == (ItemTransition.PROPOSE,)
    assert offered(DRAFT, frozenset({"observers"})) == ()


MEETING = MeetingFacts(
    state=MeetingState.DECIDED,
    assembly=COUNCIL,
    today=DAY,
    date=DAY,
    items=(AgendaFact("1", ItemState.ACCEPTED),),
    present=13,
)


def meeting_codes(transition, **change):
    facts = replace(MEETING, **change)
    return [reason.code for reason in meeting_obstacles(transition, facts)]


def test_a_meeting_in_order_closes():
    assert meeting_codes(MeetingTransition.CLOSE) == []


def test_an_empty_agenda_is_not_frozen():
    created = {"state": MeetingState.CREATED, "items": ()}
    assert meeting_codes(MeetingTransition.FREEZE, **created) == ["empty_agenda"]


def test_minutes_are_not_written_before_the_meeting():
    early = {"state": MeetingState.FROZEN, "today": date(2023, 5, 21)}
    assert meeting_codes(MeetingTransition.DECIDE, **early) == ["meeting_to_come"]
    assert meeting_codes(MeetingTransition.DECIDE, state=MeetingState.FROZEN) == []


def test_a_meeting_needs_its_date():
    undated = {"state": MeetingState.CREATED, "date": None}
    assert meeting_codes(MeetingTransition.FREEZE, **undated) == ["date_missing"]


def test_closing_names_each_item_that_stands_against_it():
    missing = because("vote_missing", "Le vote n'est pas encodé.")
    items = (
        AgendaFact("1", ItemState.RETURNED),
        AgendaFact("2", ItemState.ITEMFROZEN, (missing,)),
        AgendaFact("3.1", ItemState.ITEMFROZEN),
    )
    reasons = meeting_obstacles(MeetingTransition.CLOSE, replace(MEETING, items=items))
    assert [reason.code for reason in reasons] == ["item_in_correction", "vote_missing"]
    assert str(reasons[1]) == "Point 2 : Le vote n'est pas encodé."


def test_closing_asks_for_the_attendance():
    assert meeting_codes(MeetingTransition.CLOSE, present=0) == ["attendance_missing"]


def test_an_agenda_with_decisions_is_not_reopened():
    reasons = meeting_codes(MeetingTransition.BACK_TO_FROZEN)
    assert reasons == ["items_decided"]


def test_a_step_a_meeting_does_not_have_is_refused():
    assert meeting_codes(MeetingTransition.PUBLISH) == ["not_from_here"]
