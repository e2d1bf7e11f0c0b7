"""Delete what nobody needs any more: a draft of an item, an empty meeting."""

from Acquisition import aq_parent
from communes.core.access.permission import require
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.storage import part
from communes.deliberations.storage.journal import note_change


def delete(obj: IMeetingItem | IMeeting, revision: int | None = None) -> None:
    """Delete an item or a meeting, with its annexes, and note it in the journal.

    :param revision: the revision the user read; None skips the check.
    :raises MayNot: the user may not delete it in its state.
    :raises MeetingNotEmpty: there are items on the meeting's agenda.
    :raises StaleRevision: somebody else edited it meanwhile; says what changed.
    """
    require("Delete objects", obj)
    part.check(obj, "edits", revision, obj.title)
    note_change("deleted", obj)
    # The right was asked above; what is locked by an open form goes as well.
    aq_parent(obj)._delObject(obj.getId())
