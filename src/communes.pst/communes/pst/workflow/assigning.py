"""A task is to be done as soon as somebody is said to do it."""

from communes.pst.content.element import IElement
from communes.pst.content.task import ITask
from communes.pst.domain.states import TaskState
from communes.pst.domain.states import TaskTransition
from communes.pst.storage.record import state_of
from plone import api


def do_what_follows(obj: IElement) -> None:
    """Take the automatic step of a task that waits for somebody and has one now."""
    if not ITask.providedBy(obj) or not obj.user:
        return
    if state_of(obj) == TaskState.TO_ASSIGN:
        with api.env.adopt_roles(["Manager"]):
            workflow = api.portal.get_tool("portal_workflow")
            workflow.doActionFor(obj, TaskTransition.DO_TO_DO.value)
