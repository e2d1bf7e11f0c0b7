"""The states of the programme in the words of the accounts, and back."""

from collections.abc import Iterable
from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Kind
from communes.pst.domain.ecomptes.document import Status
from communes.pst.domain.labels import HEALTH_LABELS
from communes.pst.domain.states import ActionState
from communes.pst.domain.states import ObjectiveState


_OBJECTIVES = {
    ObjectiveState.CREATED.value: Status.NOT_BEGUN,
    ObjectiveState.ONGOING.value: Status.ONGOING,
    ObjectiveState.ACHIEVED.value: Status.DONE,
}

_ACTIONS = {
    ActionState.CREATED.value: Status.NOT_BEGUN,
    ActionState.TO_BE_SCHEDULED.value: Status.WAITING,
    ActionState.ONGOING.value: Status.ONGOING,
    ActionState.TERMINATED.value: Status.DONE,
    ActionState.STOPPED.value: Status.GIVEN_UP,
}

_OBJECTIVES_BACK = {
    Status.NOT_BEGUN: ObjectiveState.CREATED,
    Status.WAITING: ObjectiveState.CREATED,
    Status.ONGOING: ObjectiveState.ONGOING,
    Status.PROBLEM: ObjectiveState.ONGOING,
    Status.DONE: ObjectiveState.ACHIEVED,
    Status.GIVEN_UP: ObjectiveState.ACHIEVED,
}

_ACTIONS_BACK = {
    Status.NOT_BEGUN: ActionState.CREATED,
    Status.WAITING: ActionState.TO_BE_SCHEDULED,
    Status.ONGOING: ActionState.ONGOING,
    Status.PROBLEM: ActionState.ONGOING,
    Status.DONE: ActionState.TERMINATED,
    Status.GIVEN_UP: ActionState.STOPPED,
}

_SEPARATOR = " : "


def objective_status(state: str) -> Status:
    """Return the status of an objective."""
    return _OBJECTIVES[state]


def action_status(state: str, health: Health) -> Status:
    """Return the status of an action; only a running one is unwell to the accounts."""
    if state == ActionState.ONGOING and health is Health.BLOCKED:
        return Status.PROBLEM
    if state == ActionState.ONGOING and health is Health.PAUSED:
        return Status.WAITING
    return _ACTIONS[state]


def part_status(below: Iterable[Status]) -> Status:
    """Return the status of a part, which has no state, from its objectives."""
    found = set(below)
    if not found or found == {Status.NOT_BEGUN}:
        return Status.NOT_BEGUN
    if found <= {Status.DONE, Status.GIVEN_UP}:
        return Status.DONE
    return Status.ONGOING


def remark(health: Health, details: str) -> str:
    """Return what is said of the status: "Blocage : recours au Conseil d'État"."""
    if health is Health.GOOD:
        return details
    return _SEPARATOR.join(filter(None, (HEALTH_LABELS[health], details)))


def health_of(text: str) -> tuple[Health, str]:
    """Return the health and the details of such a remark."""
    for health, label in HEALTH_LABELS.items():
        word, _, details = text.partition(_SEPARATOR)
        if health is not Health.GOOD and word == label:
            return health, details
    return Health.GOOD, text


def state_of(kind: Kind, status: Status, health: Health) -> tuple[str, Health]:
    """Return the state and the health a status of a file stands for.

    What waits because it is paused says so in its remark; else it is to be scheduled.
    """
    if kind not in (Kind.ACTION, Kind.SUB_ACTION):
        return _OBJECTIVES_BACK[status].value, Health.GOOD
    if status is Status.WAITING and health is Health.PAUSED:
        return ActionState.ONGOING.value, health
    if status is Status.PROBLEM:
        return ActionState.ONGOING.value, Health.BLOCKED
    return _ACTIONS_BACK[status].value, health
