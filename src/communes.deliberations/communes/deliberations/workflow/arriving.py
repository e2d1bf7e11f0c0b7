"""Put an item straight into a state, for what was reviewed elsewhere (an import)."""

from communes.core.access.permission import current_user
from communes.core.annexes.api import settle_rights_below
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.states import ItemState
from communes.deliberations.workflow.rights import refresh_local_roles
from DateTime import DateTime
from plone import api


def arrive_in(item: IMeetingItem, state: ItemState, comment: str) -> None:
    """Write the state in the item's history, with its rights, without any step.

    No guard is asked: whoever calls has checked the whole of what arrives.
    """
    tool = api.portal.get_tool("portal_workflow")
    (workflow,) = tool.getWorkflowsFor(item)
    status = {
        "action": None,
        "actor": current_user(),
        "comments": comment,
        "review_state": state.value,
        "time": DateTime(),
    }
    tool.setStatusOf(workflow.getId(), item, status)
    workflow.updateRoleMappingsFor(item)
    refresh_local_roles(item)
    settle_rights_below(item)
    item.reindexObject(idxs=["review_state"])
    item.reindexObjectSecurity()
