"""The states and steps of objectives, actions and tasks, under the ids the field knows.

The ids are those of the trade (imports and integrators send them); the workflow
definitions are compared with these tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class ObjectiveState(StrEnum):
    """Where a strategic or an operational objective stands."""

    CREATED = "created"
    ONGOING = "ongoing"
    ACHIEVED = "achieved"


class ActionState(StrEnum):
    """Where an action or a sub-action stands."""

    CREATED = "created"
    TO_BE_SCHEDULED = "to_be_scheduled"
    ONGOING = "ongoing"
    TERMINATED = "terminated"
    STOPPED = "stopped"


class TaskState(StrEnum):
    """Where a task stands."""

    CREATED = "created"
    TO_ASSIGN = "to_assign"
    TO_DO = "to_do"
    IN_PROGRESS = "in_progress"
    REALIZED = "realized"
    CLOSED = "closed"


class ObjectiveTransition(StrEnum):
    """A step of an objective."""

    BEGIN = "begin"
    ACHIEVE = "achieve"
    BACK_TO_CREATED = "back_to_created"
    BACK_TO_ONGOING = "back_to_ongoing"


class ActionTransition(StrEnum):
    """A step of an action or of a sub-action."""

    SET_TO_BE_SCHEDULED = "set_to_be_scheduled"
    BEGIN = "begin"
    FINISH = "finish"
    STOP = "stop"
    BACK_TO_CREATED = "back_to_created"
    BACK_TO_BE_SCHEDULED = "back_to_be_scheduled"
    BACK_TO_ONGOING = "back_to_ongoing"


class TaskTransition(StrEnum):
    """A step of a task; ``AUTO_DO_TO_DO`` is taken when somebody is assigned."""

    DO_TO_ASSIGN = "do_to_assign"
    DO_TO_DO = "do_to_do"
    AUTO_DO_TO_DO = "auto_do_to_do"
    DO_IN_PROGRESS = "do_in_progress"
    DO_REALIZED = "do_realized"
    DO_CLOSED = "do_closed"
    BACK_IN_CREATED = "back_in_created"
    BACK_IN_TO_ASSIGN = "back_in_to_assign"
    BACK_IN_TO_DO = "back_in_to_do"
    BACK_IN_PROGRESS = "back_in_progress"
    BACK_IN_REALIZED = "back_in_realized"


@dataclass(frozen=True)
class Step:
    """A step: from which states it may be taken, and where it leads."""

    sources: frozenset[str]
    target: str


def _step(target: StrEnum, *sources: StrEnum) -> Step:
    return Step(frozenset(source.value for source in sources), target.value)


OBJECTIVE_STEPS: Mapping[ObjectiveTransition, Step] = MappingProxyType(
    {
        ObjectiveTransition.BEGIN: _step(
            ObjectiveState.ONGOING, ObjectiveState.CREATED
        ),
        ObjectiveTransition.ACHIEVE: _step(
            ObjectiveState.ACHIEVED, ObjectiveState.CREATED, ObjectiveState.ONGOING
        ),
        ObjectiveTransition.BACK_TO_CREATED: _step(
            ObjectiveState.CREATED, ObjectiveState.ONGOING, ObjectiveState.ACHIEVED
        ),
        ObjectiveTransition.BACK_TO_ONGOING: _step(
            ObjectiveState.ONGOING, ObjectiveState.ACHIEVED
        ),
    }
)

ACTION_STEPS: Mapping[ActionTransition, Step] = MappingProxyType(
    {
        ActionTransition.SET_TO_BE_SCHEDULED: _step(
            ActionState.TO_BE_SCHEDULED, ActionState.CREATED
        ),
        ActionTransition.BEGIN: _step(ActionState.ONGOING, ActionState.TO_BE_SCHEDULED),
        ActionTransition.FINISH: _step(ActionState.TERMINATED, ActionState.ONGOING),
        ActionTransition.STOP: _step(
            ActionState.STOPPED,
            ActionState.CREATED,
            ActionState.TO_BE_SCHEDULED,
            ActionState.ONGOING,
        ),
        ActionTransition.BACK_TO_CREATED: _step(
            ActionState.CREATED, ActionState.TO_BE_SCHEDULED, ActionState.STOPPED
        ),
        ActionTransition.BACK_TO_BE_SCHEDULED: _step(
            ActionState.TO_BE_SCHEDULED, ActionState.ONGOING, ActionState.STOPPED
        ),
        ActionTransition.BACK_TO_ONGOING: _step(
            ActionState.ONGOING, ActionState.TERMINATED, ActionState.STOPPED
        ),
    }
)

TASK_STEPS: Mapping[TaskTransition, Step] = MappingProxyType(
    {
        TaskTransition.DO_TO_ASSIGN: _step(TaskState.TO_ASSIGN, TaskState.CREATED),
        TaskTransition.DO_TO_DO: _step(TaskState.TO_DO, TaskState.TO_ASSIGN),
        TaskTransition.AUTO_DO_TO_DO: _step(TaskState.TO_DO, TaskState.TO_ASSIGN),
        TaskTransition.DO_IN_PROGRESS: _step(TaskState.IN_PROGRESS, TaskState.TO_DO),
        TaskTransition.DO_REALIZED: _step(
            TaskState.REALIZED, TaskState.TO_DO, TaskState.IN_PROGRESS
        ),
        TaskTransition.DO_CLOSED: _step(TaskState.CLOSED, TaskState.REALIZED),
        TaskTransition.BACK_IN_CREATED: _step(TaskState.CREATED, TaskState.TO_ASSIGN),
        TaskTransition.BACK_IN_TO_ASSIGN: _step(TaskState.TO_ASSIGN, TaskState.TO_DO),
        TaskTransition.BACK_IN_TO_DO: _step(
            TaskState.TO_DO, TaskState.IN_PROGRESS, TaskState.REALIZED
        ),
        TaskTransition.BACK_IN_PROGRESS: _step(
            TaskState.IN_PROGRESS, TaskState.REALIZED
        ),
        TaskTransition.BACK_IN_REALIZED: _step(TaskState.REALIZED, TaskState.CLOSED),
    }
)

# Nothing more is expected of it: it is never late and never stale.
DONE_OBJECTIVE_STATES = frozenset({ObjectiveState.ACHIEVED.value})
DONE_ACTION_STATES = frozenset(
    {ActionState.TERMINATED.value, ActionState.STOPPED.value}
)
DONE_TASK_STATES = frozenset({TaskState.REALIZED.value, TaskState.CLOSED.value})

# The work has not begun: a begin that is past is worth a warning.
WAITING_ACTION_STATES = frozenset(
    {ActionState.CREATED.value, ActionState.TO_BE_SCHEDULED.value}
)

# The states from which the readers of the programme see an element.
READABLE_OBJECTIVE_STATES = frozenset(
    {ObjectiveState.ONGOING.value, ObjectiveState.ACHIEVED.value}
)
READABLE_ACTION_STATES = frozenset(
    {
        ActionState.TO_BE_SCHEDULED.value,
        ActionState.ONGOING.value,
        ActionState.TERMINATED.value,
        ActionState.STOPPED.value,
    }
)


def next_steps(
    steps: Mapping[ObjectiveTransition, Step]
    | Mapping[ActionTransition, Step]
    | Mapping[TaskTransition, Step],
    state: str,
) -> tuple[str, ...]:
    """Return the ids of the steps that leave ``state``, in the order of the table."""
    return tuple(id.value for id, step in steps.items() if state in step.sources)
