"""Create, find and edit meetings."""

from Acquisition import aq_base
from collections.abc import Mapping
from communes.core.access.catalog import visible
from communes.core.access.fields import require_fields
from communes.core.access.fields import set_fields
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.exceptions import MeetingExists
from communes.deliberations.permissions import ADD_MEETING
from communes.deliberations.storage import part
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.meeting import meeting_rows
from communes.deliberations.storage.meeting import MeetingRow
from communes.deliberations.storage.meeting import PORTAL_TYPE
from communes.deliberations.storage.meeting import state_of
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from itertools import count
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from zope.event import notify
from zope.interface.interfaces import IInterface
from zope.lifecycleevent import ObjectModifiedEvent


def create_meeting(assembly: IAssembly, values: Mapping[str, object]) -> IMeeting:
    """Create a meeting of the assembly; its id is its date and time.

    :param values: field name of ``IMeeting`` -> value; ``date`` in local time.
    :raises MayNot: the user may not add meetings.
    :raises InvalidInput: a field is unknown, missing or wrong (``error.field``).
    :raises MeetingExists: the assembly meets at that moment already.
    """
    require(ADD_MEETING, assembly)
    meeting = createContent(PORTAL_TYPE).__of__(assembly)
    set_fields(meeting, IMeeting, values, lambda permission: may(permission, assembly))
    require_fields(meeting, IMeeting)
    _refuse_taken_date(assembly, meeting.date)
    aq_base(meeting).id = _free_id(assembly, f"{meeting.date:%Y-%m-%d-%H%M}")
    return addContentToContainer(assembly, aq_base(meeting))


def edit_meeting(
    meeting: IMeeting, values: Mapping[str, object], revision: int | None = None
) -> int:
    """Change some fields of a meeting and return its new revision.

    :param revision: the revision the user read (``meeting_revision``).
    :raises MayNot: the user may not edit the meeting in its state.
    :raises InvalidInput: a field is unknown or wrong; nothing was changed.
    :raises MayNotWrite: a field is not the user's to change; nothing was.
    :raises MeetingExists: the new date is that of another meeting.
    :raises StaleRevision: somebody else edited it meanwhile; says what changed.
    """
    require("Modify portal content", meeting)
    part.check(meeting, "edits", revision, meeting.title)
    if values.get("date"):
        _refuse_taken_date(assembly_of(meeting), values["date"], meeting.UID())
    changed = set_fields(meeting, IMeeting, values)
    if not changed:
        return meeting_revision(meeting)
    new = part.write(
        meeting, "edits", None, by=current_user(), change=", ".join(changed)
    )
    notify(ObjectModifiedEvent(meeting))
    return new


def meeting_revision(meeting: IMeeting) -> int:
    """Return the number of the meeting's version, to give back when editing."""
    return part.read(meeting, "edits", lambda: None)[1]


def meetings(assembly: IAssembly) -> list[MeetingRow]:
    """Return the meetings of the assembly the current user may see, by date.

    A row says ``accepts_items`` when an item may still be presented to it.
    """
    return meeting_rows(assembly, visible)


def _refuse_taken_date(assembly: IAssembly, date: datetime, own: str = "") -> None:
    """Refuse the moment of another meeting of the same assembly."""
    for row in meeting_rows(assembly):
        if row.date == date and row.uid != own:
            raise MeetingExists(
                field="date", assembly=assembly.title, date=f"{date:%d/%m/%Y %H:%M}"
            )


def _free_id(assembly: IAssembly, wanted: str) -> str:
    """Return the address for a moment; a meeting moved away keeps its first one."""
    ids = chain((wanted,), (f"{wanted}-{number}" for number in count(2)))
    return next(id for id in ids if id not in assembly)


@dataclass(frozen=True)
class MeetingView:
    """Where a meeting stands, beside its fields."""

    schema: IInterface
    state: str


def meeting_view(meeting: IMeeting) -> MeetingView:
    """Return where a meeting stands.

    :raises MayNot: the user may not see it.
    """
    require("View", meeting)
    return MeetingView(schema=IMeeting, state=state_of(meeting).value)
