"""A meeting takes its items along, and a decision is never undone by it."""

from communes.deliberations.domain.cascade import catch_up
from communes.deliberations.domain.cascade import item_steps
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.settings import Destination
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import FINAL_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.domain.travel import comes_back
from communes.deliberations.domain.travel import destinations_reached
from communes.deliberations.domain.travel import may_be_taken_back
from communes.deliberations.domain.workflow import item_exits
from communes.deliberations.domain.workflow import ITEM_TARGETS
from communes.deliberations.domain.workflow import levels_for
from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
import pytest


FULL = replace(CONSEIL, uses_publication=True, uses_item_writing=True)


@pytest.mark.parametrize(
    ("transition", "state", "steps"),
    [
        ("freeze", "presented", ["itemfreeze"]),
        ("freeze", "returned_to_proposing_group", []),
        ("decide", "presented", ["itemfreeze"]),
        ("decide", "itemfrozen", []),
        ("decide", "delayed", []),
        ("close", "presented", ["itemfreeze", "accept"]),
        ("close", "itemfrozen", ["accept"]),
        ("close", "pre_accepted", ["accept"]),
        ("close", "refused", []),
        ("backToCreated", "itemfrozen", ["backToPresented"]),
        ("backToCreated", "removed", []),
        ("backToDecided", "accepted", []),
    ],
)
def test_cascade_of_an_ordinary_council(transition, state, steps):
    found = item_steps(CONSEIL, MeetingTransition(transition), ItemState(state))
    assert [step.value for step in found] == steps


@pytest.mark.parametrize(
    ("transition", "state", "steps"),
    [
        ("publish", "itemfrozen", ["itempublish"]),
        ("decide", "presented", ["itemfreeze", "itempublish", "itemdecide"]),
        ("close", "itempublished", ["itemdecide", "accept"]),
        ("backToPublished", "itemdecided", ["backToItemPublished"]),
        ("backToFrozen", "itempublished", ["backToItemFrozen"]),
    ],
)
def test_cascade_with_publication_and_writing(transition, state, steps):
    found = item_steps(FULL, MeetingTransition(transition), ItemState(state))
    assert [step.value for step in found] == steps


def test_a_late_item_joins_the_others():
    assert catch_up(CONSEIL, MeetingState.CREATED) == ()
    assert catch_up(CONSEIL, MeetingState.FROZEN) == (ItemTransition.ITEMFREEZE,)
    assert catch_up(FULL, MeetingState.DECIDED) == (
        ItemTransition.ITEMFREEZE,
        ItemTransition.ITEMPUBLISH,
        ItemTransition.ITEMDECIDE,
    )


@given(
    assembly=st.sampled_from([COLLEGE, CONSEIL, FULL]),
    transition=st.sampled_from(MeetingTransition),
    state=st.sampled_from(ItemState),
)
def test_every_step_of_a_cascade_exists_where_it_is_taken(assembly, transition, state):
    for step in item_steps(assembly, transition, state):
        assert step in item_exits(assembly, levels_for(assembly, ""), state)
        state = ITEM_TARGETS[step]


@given(
    transition=st.sampled_from(MeetingTransition),
    state=st.sampled_from(sorted(FINAL_STATES)),
)
def test_no_cascade_touches_what_is_decided(transition, state):
    assert item_steps(CONSEIL, transition, state) == ()


def test_an_accepted_item_goes_to_the_council_it_was_meant_for():
    found = destinations_reached(COLLEGE, ["conseil"], ItemState.ACCEPTED)
    assert found == (Destination("conseil"),)
    assert destinations_reached(COLLEGE, ["conseil"], ItemState.REFUSED) == ()
    assert destinations_reached(COLLEGE, [], ItemState.ACCEPTED) == ()
    assert destinations_reached(CONSEIL, ["college"], ItemState.ACCEPTED) == ()


def test_a_copy_already_presented_is_not_taken_back():
    assert may_be_taken_back(ItemState.ITEMCREATED)
    assert not may_be_taken_back(ItemState.VALIDATED)
    assert not may_be_taken_back(ItemState.PRESENTED)


def test_what_is_put_off_comes_back():
    assert [state for state in sorted(DECIDED_STATES) if comes_back(state)] == [
        "delayed",
        "postponed_next_meeting",
    ]
