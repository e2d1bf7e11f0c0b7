"""What happened to an item or a meeting, step by step."""

from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.labels import ITEM_STATE_LABELS
from communes.deliberations.domain.labels import ITEM_TRANSITION_LABELS
from communes.deliberations.domain.labels import MEETING_STATE_LABELS
from communes.deliberations.domain.labels import MEETING_TRANSITION_LABELS
from communes.deliberations.storage.permission import require
from dataclasses import dataclass
from datetime import datetime
from plone import api


CREATED = "Créer"


@dataclass(frozen=True)
class Step:
    """One step that was taken: when, by whom, on which button, to which state."""

    when: datetime
    user: str
    title: str
    state: str
    comment: str


def history(obj: object) -> list[Step]:
    """Return the steps of an item or a meeting, the latest first.

    :raises MayNot: the user may not see it.
    """
    require("View", obj)
    of_item = IMeetingItem.providedBy(obj)
    states = ITEM_STATE_LABELS if of_item else MEETING_STATE_LABELS
    steps = ITEM_TRANSITION_LABELS if of_item else MEETING_TRANSITION_LABELS
    tool = api.portal.get_tool("portal_workflow")
    (workflow,) = tool.getWorkflowsFor(obj)
    rows = tool.getHistoryOf(workflow.getId(), obj) or ()
    found = [
        Step(
            when=row["time"].asdatetime().replace(tzinfo=None),
            user=row["actor"] or "",
            title=steps.get(row["action"], row["comments"] or CREATED),
            state=states[row["review_state"]],
            comment=row["comments"] or "",
        )
        for row in rows
    ]
    return found[::-1]
