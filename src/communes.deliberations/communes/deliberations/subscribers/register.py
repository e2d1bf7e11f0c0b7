"""What becomes final enters the register in the same transaction."""

from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.workflow.register import enter_meeting
from Products.DCWorkflow.interfaces import IAfterTransitionEvent


def on_step(meeting: IMeeting, event: IAfterTransitionEvent) -> None:
    """Enter the deliberations of a meeting that was closed."""
    step = None if event.transition is None else event.transition.getId()
    if step == MeetingTransition.CLOSE:
        enter_meeting(meeting)
