"""The steps of an item or a meeting: which are open, why others are not, take one."""

from collections.abc import Mapping
from communes.core.access.errors import MayNot
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.errors.domain import Reason
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.errors import TransitionRefused
from communes.deliberations.domain.labels import ITEM_TRANSITION_LABELS
from communes.deliberations.domain.labels import MEETING_TRANSITION_LABELS
from communes.deliberations.domain.preparation.out_of_meeting import applies
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.domain.workflow import ITEM_TARGETS
from communes.deliberations.domain.workflow import meeting_exits
from communes.deliberations.domain.workflow import MEETING_TARGETS
from communes.deliberations.exceptions import UnknownStep
from communes.deliberations.workflow.facts import exits_of
from communes.deliberations.workflow.facts import meeting_facts
from communes.deliberations.workflow.guard import cleared
from communes.deliberations.workflow.obstacle import obstacles
from communes.deliberations.workflow.preparation.route import route_of
from dataclasses import dataclass
from plone import api


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
        return self.id.startswith("back") or self.id == ItemTransition.RETURN


def transitions(obj: object) -> list[Transition]:
    """Return the steps out of the object's state that the user may take or ask about.

    A step to which the user has no right is not listed at all.

    :raises MayNot: the user may not see the object.
    """
    require("View", obj)
    labels, targets = _vocabulary(obj)
    return [
        _transition(obj, step, labels[step], targets[step])
        for step in _exits(obj)
        if _permitted(obj, step)
    ]


def do_transition(obj: object, id: str, comment: str = "", **options: object) -> None:
    """Take one step, with all that follows from it, or refuse and change nothing.

    :param options: what the step needs: ``meeting`` (an ``IMeeting``) to present.
    :raises UnknownStep: items or meetings have no such step.
    :raises MayNot: the user has no right to it.
    :raises TransitionRefused: rules stand against it; ``error.reasons`` says which.
    """
    require("View", obj)
    labels, _targets = _vocabulary(obj)
    if id not in {step.value for step in labels}:
        expected = ", ".join(f"« {step.value} »" for step in labels)
        raise UnknownStep(field="transition", name=id, expected=expected)
    if id in _exits(obj) and not _permitted(obj, id):
        raise MayNot(what=obj.title)
    found = obstacles(obj, id)
    if found:
        raise TransitionRefused(*found, field="transition")
    workflow = api.portal.get_tool("portal_workflow")
    with cleared(obj, id):
        workflow.doActionFor(obj, id, comment=comment, **options)


def _vocabulary(obj: object) -> tuple[Mapping, Mapping]:
    if IMeetingItem.providedBy(obj):
        return ITEM_TRANSITION_LABELS, ITEM_TARGETS
    return MEETING_TRANSITION_LABELS, MEETING_TARGETS


def _exits(obj: object) -> tuple[ItemTransition | MeetingTransition, ...]:
    if IMeetingItem.providedBy(obj):
        found = exits_of(obj)
        route = route_of(obj)
        return tuple(step for step in found if applies(step, route))
    facts = meeting_facts(obj)
    return meeting_exits(facts.assembly, facts.state)


def _permitted(obj: object, step: str) -> bool:
    """Return whether the user has one of the permissions the workflow asks for."""
    tool = api.portal.get_tool("portal_workflow")
    (workflow,) = tool.getWorkflowsFor(obj)
    guard = workflow.transitions[str(step)].getGuard()
    return any(may(permission, obj) for permission in guard.permissions)


def _transition(obj: object, step: str, title: str, target: str) -> Transition:
    found = obstacles(obj, step)
    return Transition(step.value, title, target.value, not found, found)
