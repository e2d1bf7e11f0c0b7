"""The one place where guards, buttons and refusals learn what stands against a step."""

from communes.core.errors.domain import Reason
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.meeting_obstacles import meeting_obstacles
from communes.deliberations.domain.obstacles import item_obstacles
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.workflow.facts import item_facts
from communes.deliberations.workflow.facts import meeting_facts
from communes.deliberations.workflow.interfaces import IMoreObstacles
from zope.component import subscribers


def obstacles(obj: object, transition_id: str) -> tuple[Reason, ...]:
    """Return every reason why the step may not be taken now; empty when it may.

    Rights are the workflow engine's matter and are not looked at here; an object
    that is neither an item nor a meeting has no rule of ours.
    """
    own = _own(obj, transition_id)
    more = (one.obstacles(transition_id) for one in subscribers((obj,), IMoreObstacles))
    return (*own, *(reason for some in more for reason in some))


def _own(obj: object, transition_id: str) -> tuple[Reason, ...]:
    if IMeetingItem.providedBy(obj):
        return item_obstacles(ItemTransition(transition_id), item_facts(obj))
    if IMeeting.providedBy(obj):
        step = MeetingTransition(transition_id)
        closing = step is MeetingTransition.CLOSE
        return meeting_obstacles(step, meeting_facts(obj, closing=closing))
    return ()
