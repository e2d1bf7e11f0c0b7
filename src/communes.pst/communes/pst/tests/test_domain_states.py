"""The steps lead where the sheet says, and nowhere else."""

from communes.pst.domain.labels import ACTION_STATE_LABELS
from communes.pst.domain.labels import ACTION_TRANSITION_LABELS
from communes.pst.domain.labels import OBJECTIVE_STATE_LABELS
from communes.pst.domain.labels import OBJECTIVE_TRANSITION_LABELS
from communes.pst.domain.labels import TASK_STATE_LABELS
from communes.pst.domain.labels import TASK_TRANSITION_LABELS
from communes.pst.domain.states import ACTION_STEPS
from communes.pst.domain.states import ActionState
from communes.pst.domain.states import ActionTransition
from communes.pst.domain.states import next_steps
from communes.pst.domain.states import OBJECTIVE_STEPS
from communes.pst.domain.states import ObjectiveState
from communes.pst.domain.states import ObjectiveTransition
from communes.pst.domain.states import TASK_STEPS
from communes.pst.domain.states import TaskState
from communes.pst.domain.states import TaskTransition
import pytest


LISTS = [
    (
        OBJECTIVE_STEPS,
        ObjectiveState,
        ObjectiveTransition,
        OBJECTIVE_STATE_LABELS,
        OBJECTIVE_TRANSITION_LABELS,
    ),
    (
        ACTION_STEPS,
        ActionState,
        ActionTransition,
        ACTION_STATE_LABELS,
        ACTION_TRANSITION_LABELS,
    ),
    (TASK_STEPS, TaskState, TaskTransition, TASK_STATE_LABELS, TASK_TRANSITION_LABELS),
]


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        ("created", ("set_to_be_scheduled", "stop")),
        ("to_be_scheduled", ("begin", "stop", "back_to_created")),
        ("ongoing", ("finish", "stop", "back_to_be_scheduled")),
        ("terminated", ("back_to_ongoing",)),
        ("stopped", ("back_to_created", "back_to_be_scheduled", "back_to_ongoing")),
    ],
)
def test_an_action_goes_where_the_sheet_says(state, steps):
    assert next_steps(ACTION_STEPS, state) == steps


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        ("created", ("begin", "achieve")),
        ("ongoing", ("achieve", "back_to_created")),
        ("achieved", ("back_to_created", "back_to_ongoing")),
    ],
)
def test_an_objective_goes_where_the_sheet_says(state, steps):
    assert next_steps(OBJECTIVE_STEPS, state) == steps


def test_a_task_to_do_may_be_realized_at_once():
    assert "do_realized" in next_steps(TASK_STEPS, "to_do")


@pytest.mark.parametrize(("steps", "states", "ids", "state_labels", "labels"), LISTS)
def test_every_state_and_step_is_named_and_reached(
    steps, states, ids, state_labels, labels
):
    reached = {step.target for step in steps.values()}

    assert set(steps) == set(ids) == set(labels)
    assert set(states) == set(state_labels)
    assert reached == {state.value for state in states}
    assert all(next_steps(steps, state) for state in states)
