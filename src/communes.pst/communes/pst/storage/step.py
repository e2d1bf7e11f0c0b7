"""The one place where guards, buttons and refusals learn what stands against a step."""

from communes.core.errors.domain import Reason
from communes.pst.content.plan import IPlan
from communes.pst.domain.stepping import step_obstacles
from communes.pst.storage.place import plan_of
from communes.pst.storage.programme import programme_of
from communes.pst.storage.record import state_of


ARCHIVED = "archived"


def obstacles(obj: object, step: str) -> tuple[Reason, ...]:
    """Return every reason why the step may not be taken now; empty when it may.

    Rights are the workflow engine's matter and are not looked at here.
    """
    if IPlan.providedBy(obj):
        return ()
    plan = plan_of(obj)
    tree = programme_of(plan)
    return step_obstacles(tree, obj.UID(), step, archived=is_archived(plan))


def is_archived(plan: IPlan) -> bool:
    """Return whether nothing may be written in the plan any more."""
    return state_of(plan) == ARCHIVED
