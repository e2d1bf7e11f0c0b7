"""What is told when a meeting becomes public."""

from communes.core.jobs.api import intend
from communes.publications.content.published import IPublishedMeeting
from communes.publications.domain.states import MeetingState
from communes.publications.publishing.showing import ANNOUNCE
from Products.DCWorkflow.interfaces import IAfterTransitionEvent


def decided(meeting: IPublishedMeeting, event: IAfterTransitionEvent) -> None:
    """Those who follow decisions rely on it: they are told once they are final."""
    if event.transition is not None and event.new_state.id == MeetingState.DECISION:
        uid = meeting.UID()
        intend(ANNOUNCE, f"{uid}:{meeting.current}", {"uid": uid})
