"""The real council meeting of 22 May 2023 goes through its states, rule by rule."""

from communes.deliberations.domain.cascade import item_steps
from communes.deliberations.domain.facts import AgendaFact
from communes.deliberations.domain.facts import ItemFacts
from communes.deliberations.domain.facts import MeetingFacts
from communes.deliberations.domain.importing.meeting import plan_import
from communes.deliberations.domain.law import in_force
from communes.deliberations.domain.meeting_obstacles import meeting_obstacles
from communes.deliberations.domain.obstacles import item_obstacles
from communes.deliberations.domain.quorum import quorum
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.domain.workflow import ITEM_TARGETS
from communes.deliberations.domain.workflow import MEETING_TARGETS
from dataclasses import replace
from pathlib import Path
import pytest


REAL = Path(__file__).with_name("data") / "conseil-2023-05-22.json"


@pytest.fixture(scope="module")
def plan():
    return plan_import(REAL.read_text(encoding="utf-8")).accepted()


def facts_of(plan, item, state, meeting_state):
    in_office = sum(seat.votes for seat in plan.seats)
    law = in_force("quorum", CONSEIL.organ, plan.day)
    vote = item.vote
    no_vote = vote is None and item.decided
    return ItemFacts(
        state=state,
        assembly=CONSEIL,
        today=plan.day,
        title=item.title,
        decision=item.decision,
        service="secretariat",
        list_type="urgent" if item.urgent else "normal",
        poll_type="no_vote" if no_vote else "aloud",
        urgency_accepted=item.urgent,
        accepting_meetings=1,
        meeting_state=meeting_state,
        meeting_date=plan.day,
        votes_missing=vote.tally.not_encoded if vote else None,
        outcome=item.outcome,
        quorum=quorum(CONSEIL.quorum_rule, law, len(plan.voters), in_office),
    )


def test_the_meeting_is_held_from_the_agenda_to_the_minutes(plan):
    states = {item.number: ItemState.PRESENTED for item in plan.items[:2]}
    meeting = MeetingState.CREATED
    for step in ("freeze", "decide", "close"):
        step = MeetingTransition(step)
        rows = tuple(
            AgendaFact(
                str(item.number),
                states[item.number],
                item_obstacles(
                    ItemTransition.ACCEPT,
                    facts_of(plan, item, states[item.number], meeting),
                )
                if step == "close"
                else (),
            )
            for item in plan.items[:2]
        )
        facts = MeetingFacts(
            meeting, CONSEIL, plan.day, plan.day, "", rows, len(plan.voters)
        )
        assert meeting_obstacles(step, facts) == ()
        meeting = MEETING_TARGETS[step]
        for number, state in states.items():
            for move in item_steps(CONSEIL, step, state):
                state = ITEM_TARGETS[move]
            states[number] = state
    assert meeting == MeetingState.CLOSED
    assert set(states.values()) == {ItemState.ACCEPTED}


def test_an_urgent_item_waits_for_the_text_the_file_does_not_give(plan):
    item = plan.urgent_items[0]
    validated = facts_of(plan, item, ItemState.VALIDATED, MeetingState.DECIDED)
    assert item_obstacles(ItemTransition.PRESENT, validated) == ()
    frozen = replace(validated, state=ItemState.ITEMFROZEN)
    codes = [one.code for one in item_obstacles(ItemTransition.ACCEPT, frozen)]
    assert codes == ["text_missing", "vote_missing"]
    written = replace(frozen, decision="APPROUVE l'ordre du jour.", poll_type="no_vote")
    assert item_obstacles(ItemTransition.ACCEPT, written) == ()


def test_the_quorum_of_that_evening_was_reached(plan):
    facts = facts_of(plan, plan.items[0], ItemState.ITEMFROZEN, MeetingState.DECIDED)
    assert (facts.quorum.present, facts.quorum.required) == (13, 8)
