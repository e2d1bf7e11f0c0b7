"""A meeting was created, edited or moved on."""

from Acquisition import aq_base
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.exceptions import MeetingNotEmpty
from communes.deliberations.storage.agenda import agenda_of
from communes.deliberations.storage.journal import note_step
from communes.deliberations.storage.meeting import title_of
from communes.deliberations.workflow.cascade import bring_items_along
from communes.deliberations.workflow.cascade import refresh_items_of
from communes.deliberations.workflow.numbers import follow_numbers
from OFS.interfaces import IObjectWillBeRemovedEvent
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


def on_added(meeting: IMeeting, event: IObjectAddedEvent) -> None:
    """Name a meeting after its assembly and its day."""
    meeting.title = title_of(meeting)


def on_modified(meeting: IMeeting, event: IObjectModifiedEvent) -> None:
    """Follow a change of date in the meeting's name."""
    title = title_of(meeting)
    if meeting.title != title:
        meeting.title = title
        meeting.reindexObject(idxs=["Title", "sortable_title"])


def before_removal(meeting: IMeeting, event: IObjectWillBeRemovedEvent) -> None:
    """Refuse to delete a meeting whose items would be left nowhere.

    :raises MeetingNotEmpty: there are items on its agenda.
    """
    if aq_base(event.object) is aq_base(meeting) and agenda_of(meeting).rows:
        raise MeetingNotEmpty(meeting=meeting.title)


def on_step(meeting: IMeeting, event: IAfterTransitionEvent) -> None:
    """Take the items along, then fix the numbers that the new state fixes."""
    if event.transition is None:
        return
    step = MeetingTransition(event.transition.getId())
    follow_numbers(meeting, step)
    bring_items_along(meeting, step)
    if MeetingState.CLOSED in (event.new_state.getId(), event.old_state.getId()):
        refresh_items_of(meeting)
    note_step(meeting, event)
