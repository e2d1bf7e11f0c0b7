"""The ids of the field are kept, each with a word the agent reads."""

from communes.deliberations.domain.labels import ITEM_STATE_LABELS
from communes.deliberations.domain.labels import ITEM_TRANSITION_LABELS
from communes.deliberations.domain.labels import MEETING_STATE_LABELS
from communes.deliberations.domain.labels import MEETING_TRANSITION_LABELS
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import DECISIONS
from communes.deliberations.domain.states import EDITABLE_STATES
from communes.deliberations.domain.states import FINAL_STATES
from communes.deliberations.domain.states import IN_MEETING_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import LEVEL_ENTRIES
from communes.deliberations.domain.states import LEVEL_STATES
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import MeetingTransition
import pytest


@pytest.mark.parametrize(
    ("kind", "labels"),
    [
        (ItemState, ITEM_STATE_LABELS),
        (ItemTransition, ITEM_TRANSITION_LABELS),
        (MeetingState, MEETING_STATE_LABELS),
        (MeetingTransition, MEETING_TRANSITION_LABELS),
    ],
)
def test_every_id_has_a_french_word(kind, labels):
    assert set(labels) == set(kind)
    assert all(label and label[0].isupper() for label in labels.values())


def test_eight_decisions_lead_to_the_decided_states():
    assert set(DECISIONS.values()) == DECIDED_STATES
    assert len(DECISIONS) == 8


def test_provisional_acceptance_is_decided_but_not_final():
    assert ItemState.PRE_ACCEPTED in DECIDED_STATES - FINAL_STATES


def test_an_item_sent_back_for_correction_stays_on_its_agenda():
    assert ItemState.RETURNED in IN_MEETING_STATES & EDITABLE_STATES


def test_each_validation_level_is_entered_by_its_own_step():
    assert list(LEVEL_ENTRIES) == list(LEVEL_STATES)
    assert len(set(LEVEL_ENTRIES.values())) == len(LEVEL_STATES)
