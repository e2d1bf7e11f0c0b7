"""The life of an item and of a meeting, walked step by step."""

from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.settings import ValidationLevel
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.domain.workflow import agenda_state
from communes.deliberations.domain.workflow import CREATORS
from communes.deliberations.domain.workflow import item_exits
from communes.deliberations.domain.workflow import ITEM_TARGETS
from communes.deliberations.domain.workflow import levels_for
from communes.deliberations.domain.workflow import MANAGERS
from communes.deliberations.domain.workflow import meeting_exits
from communes.deliberations.domain.workflow import meeting_path
from communes.deliberations.domain.workflow import MEETING_TARGETS
from dataclasses import replace
import pytest


TWO_LEVELS = (
    ValidationLevel("proposed", "Responsable", "prereviewers"),
    ValidationLevel("prevalidated", "Directrice", "reviewers"),
)
FULL = replace(
    CONSEIL,
    uses_publication=True,
    uses_item_writing=True,
    uses_decisions_publication=True,
    validation_levels=TWO_LEVELS,
)


def steps(assembly, state, meeting_state=None, service="finances"):
    return item_exits(assembly, levels_for(assembly, service), state, meeting_state)


def test_every_step_leads_somewhere():
    assert set(ITEM_TARGETS) == set(ItemTransition)
    assert set(MEETING_TARGETS) == set(MeetingTransition)


def test_the_service_reviews_before_it_is_validated():
    assert steps(CONSEIL, ItemState.ITEMCREATED) == {ItemTransition.PROPOSE: {CREATORS}}
    assert steps(CONSEIL, ItemState.PROPOSED) == {
        ItemTransition.VALIDATE: {"reviewers"},
        ItemTransition.BACK_TO_CREATED: {"reviewers"},
    }


def test_two_levels_are_passed_one_after_the_other():
    assert steps(FULL, ItemState.PROPOSED) == {
        ItemTransition.PREVALIDATE: {"prereviewers"},
        ItemTransition.BACK_TO_CREATED: {"prereviewers"},
    }
    assert steps(FULL, ItemState.PREVALIDATED) == {
        ItemTransition.VALIDATE: {"reviewers"},
        ItemTransition.BACK_TO_PROPOSED: {"reviewers"},
        ItemTransition.BACK_TO_CREATED: {"reviewers"},
    }


def test_a_level_may_concern_some_services_only():
    assembly = replace(
        CONSEIL,
        validation_levels=(
            *TWO_LEVELS[:1],
            replace(TWO_LEVELS[1], services=("travaux",)),
        ),
    )
    assert len(levels_for(assembly, "travaux")) == 2
    assert [level.id for level in levels_for(assembly, "finances")] == ["proposed"]
    assert ItemTransition.VALIDATE in steps(assembly, ItemState.PROPOSED)


def test_without_level_the_creator_validates():
    assembly = replace(CONSEIL, validation_levels=())
    assert steps(assembly, ItemState.ITEMCREATED) == {
        ItemTransition.VALIDATE: {CREATORS}
    }


def test_an_item_left_at_a_level_no_longer_used_finds_its_way_back():
    exits = steps(CONSEIL, ItemState.LEVEL_3)
    assert set(exits) == {ItemTransition.BACK_TO_CREATED}


def test_only_managers_present_an_item():
    exits = steps(CONSEIL, ItemState.VALIDATED)
    assert exits[ItemTransition.PRESENT] == {MANAGERS}


def test_a_presented_item_is_not_decided_before_the_agenda_is_frozen():
    exits = steps(CONSEIL, ItemState.PRESENTED)
    assert set(exits) == {
        ItemTransition.ITEMFREEZE,
        ItemTransition.RETURN,
        ItemTransition.BACK_TO_VALIDATED,
    }


def test_a_frozen_item_takes_the_decisions_of_its_assembly():
    assembly = replace(CONSEIL, decisions=("accept", "refuse"))
    exits = steps(assembly, ItemState.ITEMFROZEN)
    assert {ItemTransition.ACCEPT, ItemTransition.REFUSE} <= set(exits)
    assert ItemTransition.DELAY not in exits


def test_a_provisional_acceptance_waits_for_its_last_word():
    assert set(steps(CONSEIL, ItemState.PRE_ACCEPTED)) == {
        ItemTransition.ACCEPT,
        ItemTransition.ACCEPT_BUT_MODIFY,
        ItemTransition.BACK_TO_FROZEN,
    }


@pytest.mark.parametrize("state", sorted(DECIDED_STATES))
def test_every_decision_can_be_undone(state):
    assert ItemTransition.BACK_TO_FROZEN in steps(CONSEIL, state)
    assert ItemTransition.BACK_TO_DECIDED in steps(FULL, state)


@pytest.mark.parametrize(
    ("meeting_state", "step"),
    [
        (
            MeetingState.CREATED,
            ItemTransition.BACK_TO_PRESENTED_FROM_RETURNED,
        ),
        (MeetingState.FROZEN, ItemTransition.BACK_TO_FROZEN_FROM_RETURNED),
        (MeetingState.PUBLISHED, ItemTransition.BACK_TO_PUBLISHED_FROM_RETURNED),
        (MeetingState.DECIDED, ItemTransition.BACK_TO_DECIDED_FROM_RETURNED),
    ],
)
def test_a_corrected_item_joins_the_others_where_they_stand(meeting_state, step):
    exits = steps(FULL, ItemState.RETURNED, meeting_state)
    assert set(exits) == {step}
    assert {CREATORS, "prereviewers", "reviewers"} <= exits[step]


def test_a_meeting_without_publication_goes_straight_to_its_minutes():
    assert meeting_path(COLLEGE) == (
        MeetingState.CREATED,
        MeetingState.FROZEN,
        MeetingState.DECIDED,
        MeetingState.CLOSED,
    )
    assert meeting_exits(COLLEGE, MeetingState.FROZEN) == (
        MeetingTransition.DECIDE,
        MeetingTransition.BACK_TO_CREATED,
    )
    assert agenda_state(COLLEGE, MeetingState.DECIDED) is ItemState.ITEMFROZEN


@pytest.mark.parametrize("assembly", [COLLEGE, CONSEIL, FULL])
def test_a_meeting_walks_its_path_there_and_back(assembly):
    path = meeting_path(assembly)
    state = path[0]
    for target in path[1:]:
        state = MEETING_TARGETS[meeting_exits(assembly, state)[0]]
        assert state is target
    for target in reversed(path[:-1]):
        state = MEETING_TARGETS[meeting_exits(assembly, state)[-1]]
        assert state is target


@pytest.mark.parametrize("state", list(ItemState))
@pytest.mark.parametrize("assembly", [COLLEGE, CONSEIL, FULL])
def test_no_state_is_a_dead_end(assembly, state):
    exits = steps(assembly, state, MeetingState.DECIDED)
    assert exits
    assert all(roles for roles in exits.values())
