"""What a step of a meeting changes around it: its date, and whether its organ is seen.

Of an organ, or a year, that has shown nothing yet not even the name is public.
"""

from Acquisition import aq_base
from communes.publications.content.published import IPublishedMeeting
from communes.publications.domain.states import MeetingState
from communes.publications.open_data.public import unrestricted
from communes.publications.storage.projection import state_of
from communes.publications.storage.tags import forget_around
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from typing import Any
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectAddedEvent


#: Who prepares what is not shown yet.
PREPARING = ("DecisionManager", "InstitutionManager", "Manager", "Site Administrator")
SHOWN = [MeetingState.IN_PROJECT.value, MeetingState.DECISION.value]
SEEN_BY = ("View", "Access contents information")


def close_at_first(place: Any, event: IObjectAddedEvent) -> None:
    """An organ or a year comes without anything to show."""
    _let_see(place, False)


@adapter(IPublishedMeeting, IAfterTransitionEvent)
def note_step(meeting: IPublishedMeeting, event: IAfterTransitionEvent) -> None:
    """Let who asks what changed find it, and the public see its organ or not."""
    if event.transition is None:
        return
    meeting.setModificationDate()
    meeting.reindexObject(idxs=["modified"])
    year = meeting.__parent__
    for place in (year, year.__parent__):
        _let_see(place, _shows(place, meeting))
    forget_around(meeting)


def _shows(place: Any, meeting: IPublishedMeeting) -> bool:
    """Return whether a place has a meeting to show; the step of one is not indexed."""
    if state_of(meeting) in SHOWN:
        return True
    own = "/".join(meeting.getPhysicalPath())
    found = unrestricted(place, "PublishedMeeting", review_state=SHOWN)
    return any(one.getPath() != own for one in found)


def _let_see(place: Any, seen: bool) -> None:
    """Open a place to whoever sees what is above it, or close it to the public.

    Meetings that are not shown keep the rights of their own state: nothing below has
    to be indexed again.
    """
    roles = [] if seen else list(PREPARING)
    if seen == _is_open(place):
        return
    for permission in SEEN_BY:
        place.manage_permission(permission, roles, acquire=seen)
    place.reindexObject(idxs=["allowedRolesAndUsers"])


def _is_open(place: Any) -> bool:
    return not hasattr(aq_base(place), "_View_Permission")
