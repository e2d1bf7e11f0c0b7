"""A step of a meeting changes what is public of it, so it changes the meeting."""

from communes.publications.content.published import IPublishedMeeting
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.component import adapter


@adapter(IPublishedMeeting, IAfterTransitionEvent)
def note_step(meeting: IPublishedMeeting, event: IAfterTransitionEvent) -> None:
    """Let who asks what changed since a moment find it."""
    if event.transition is not None:
        meeting.setModificationDate()
        meeting.reindexObject(idxs=["modified"])
