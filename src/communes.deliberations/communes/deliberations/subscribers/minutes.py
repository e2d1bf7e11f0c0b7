"""What happens to minutes because something happened elsewhere."""

from communes.core.signature.interfaces import ISignatureChanged
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.content.minutes import IMinutes
from communes.deliberations.domain.minutes_life import MinutesTransition
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.storage.journal import note_step
from communes.deliberations.storage.minutes import ensure_minutes
from communes.deliberations.workflow.minutes import follow_decision
from communes.deliberations.workflow.minutes import follow_signature
from communes.deliberations.workflow.minutes import on_minutes_step
from communes.deliberations.workflow.signing import follow_item_signature
from Products.DCWorkflow.interfaces import IAfterTransitionEvent


def on_meeting_step(meeting: IMeeting, event: IAfterTransitionEvent) -> None:
    """Draw up the draft of the minutes of a meeting that was closed."""
    step = None if event.transition is None else event.transition.getId()
    if step == MeetingTransition.CLOSE:
        ensure_minutes(meeting)


def on_item_step(item: IMeetingItem, event: IAfterTransitionEvent) -> None:
    """Approve the minutes with the item that is about them."""
    if event.transition is not None:
        old, new = event.old_state.getId(), event.new_state.getId()
        follow_decision(item, ItemState(old), ItemState(new))


def on_step(minutes: IMinutes, event: IAfterTransitionEvent) -> None:
    """Do what a step of the minutes means, and note it."""
    if event.transition is not None:
        on_minutes_step(minutes, MinutesTransition(event.transition.getId()))
        note_step(minutes, event)


def on_signature(minutes: IMinutes, event: ISignatureChanged) -> None:
    """Follow the signatures of minutes."""
    follow_signature(minutes, event.request)


def on_item_signature(item: IMeetingItem, event: ISignatureChanged) -> None:
    """Follow the signatures of a deliberation."""
    follow_item_signature(item, event.request)
