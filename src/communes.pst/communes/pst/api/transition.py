"""The steps of an element or a plan: which are open, why others are not, take one."""

from communes.core.access.errors import MayNot
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.errors.domain import Reason
from communes.pst.content.element import IElement
from communes.pst.content.plan import IPlan
from communes.pst.domain.choices import Kind
from communes.pst.domain.errors import StepRefused
from communes.pst.domain.labels import ACTION_TRANSITION_LABELS
from communes.pst.domain.labels import OBJECTIVE_TRANSITION_LABELS
from communes.pst.domain.labels import TASK_TRANSITION_LABELS
from communes.pst.domain.states import ACTION_STEPS
from communes.pst.domain.states import OBJECTIVE_STEPS
from communes.pst.domain.states import TASK_STEPS
from communes.pst.domain.states import TaskTransition
from communes.pst.exceptions import UnknownStep
from communes.pst.storage.kinds import kind_of
from communes.pst.storage.record import state_of
from communes.pst.storage.step import obstacles
from dataclasses import dataclass
from plone import api


PLAN_LABELS = {"archive": "Archiver", "reactivate": "Remettre en vigueur"}
_PLAN_TARGETS = {"archive": "archived", "reactivate": "active"}
_OBJECTIVE = (OBJECTIVE_TRANSITION_LABELS, OBJECTIVE_STEPS)
_ACTION = (ACTION_TRANSITION_LABELS, ACTION_STEPS)
_TABLES = {
    Kind.STRATEGIC: _OBJECTIVE,
    Kind.OPERATIONAL: _OBJECTIVE,
    Kind.ACTION: _ACTION,
    Kind.SUB_ACTION: _ACTION,
    Kind.TASK: (TASK_TRANSITION_LABELS, TASK_STEPS),
}


@dataclass(frozen=True)
class Transition:
    """One step the current user has the right to take, now or once unblocked.

    ``title`` is the French label of its button, ``target`` the state it leads to;
    ``available`` is False when ``reasons`` stand against it.
    """

    id: str
    title: str
    target: str
    available: bool
    reasons: tuple[Reason, ...] = ()

    @property
    def backwards(self) -> bool:
        """Whether the step undoes an earlier one; a comment is welcome then."""
        return self.id.startswith("back") or self.id == "stop"


def transitions(obj: IPlan | IElement) -> list[Transition]:
    """Return the steps out of the object's state that the user may take or ask about.

    A step to which the user has no right is not listed at all.

    :raises MayNot: the user may not see the object.
    """
    require("View", obj)
    return [_transition(obj, id) for id in _exits(obj) if _permitted(obj, id)]


def do_transition(obj: IPlan | IElement, id: str, comment: str = "") -> None:
    """Take one step, with all that follows from it, or refuse and change nothing.

    :raises UnknownStep: such an element has no such step out of its state.
    :raises MayNot: the user has no right to it.
    :raises StepRefused: rules stand against it; ``error.reasons`` says which.
    """
    require("View", obj)
    if id not in _exits(obj):
        expected = ", ".join(f"« {one} »" for one in _exits(obj)) or "aucune"
        raise UnknownStep(field="step", name=id, expected=expected)
    if not _permitted(obj, id):
        raise MayNot(what=obj.title)
    found = obstacles(obj, id)
    if found:
        raise StepRefused(*found, field="step")
    workflow = api.portal.get_tool("portal_workflow")
    workflow.doActionFor(obj, id, comment=comment)


def _exits(obj: object) -> list[str]:
    state = state_of(obj)
    if IPlan.providedBy(obj):
        return [one for one, to in _PLAN_TARGETS.items() if to != state]
    _labels, steps = _TABLES.get(kind_of(obj), ({}, {}))
    return [
        id.value
        for id, step in steps.items()
        if state in step.sources and id is not TaskTransition.AUTO_DO_TO_DO
    ]


def _permitted(obj: object, step: str) -> bool:
    """Return whether the user has one of the permissions the workflow asks for."""
    tool = api.portal.get_tool("portal_workflow")
    (workflow,) = tool.getWorkflowsFor(obj)
    guard = workflow.transitions[step].getGuard()
    return any(may(permission, obj) for permission in guard.permissions)


def _transition(obj: object, step: str) -> Transition:
    found = obstacles(obj, step)
    if IPlan.providedBy(obj):
        title, target = PLAN_LABELS[step], _PLAN_TARGETS[step]
    else:
        labels, steps = _TABLES[kind_of(obj)]
        title, target = labels[step], steps[step].target
    return Transition(step, title, target, not found, found)
