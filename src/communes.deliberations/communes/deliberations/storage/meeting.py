"""Meetings as rows of the catalogue, and as objects when they must be written."""

from Acquisition import aq_base
from collections.abc import Callable
from collections.abc import Sequence
from communes.core.access.catalog import object_by_uid
from communes.core.access.catalog import unrestricted
from communes.core.parts.domain.writing import long_date
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.states import ACCEPTING_MEETING_STATES
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.storage.assembly import assembly_of
from dataclasses import dataclass
from datetime import datetime
from plone import api


PORTAL_TYPE = "communes.deliberations.Meeting"


@dataclass(frozen=True)
class MeetingRow:
    """What a list says about a meeting."""

    uid: str
    id: str
    title: str
    date: datetime
    state: MeetingState
    path: str

    @property
    def accepts_items(self) -> bool:
        """Whether an item may still be presented to it."""
        return self.state in ACCEPTING_MEETING_STATES


def row_of(brain: object) -> MeetingRow:
    """Return a catalogue entry as a row, without waking the meeting."""
    date = brain.deliberations_meeting_date
    return MeetingRow(
        uid=brain.UID,
        id=brain.getId,
        title=brain.Title,
        date=date,
        state=MeetingState(brain.review_state),
        path=brain.getPath(),
    )


def meeting_rows(
    assembly: IAssembly, ask: Callable[..., list] = unrestricted
) -> list[MeetingRow]:
    """Return the meetings of the assembly by date.

    :param ask: ``catalog.visible`` for those the current user may see; by default
        all of them, whoever asks.
    """
    brains = ask(
        portal_type=PORTAL_TYPE,
        deliberations_assembly=assembly.getId(),
        sort_on="deliberations_meeting_date",
    )
    return [row_of(brain) for brain in brains]


def accepting_meetings(
    assembly: IAssembly, also: str | None = None
) -> Sequence[MeetingRow]:
    """Return the meetings that accept items by date, and the one with UID ``also``."""
    return [
        row
        for row in meeting_rows(assembly)
        if row.accepts_items or (also and row.uid == also)
    ]


def meeting_of(item: object) -> IMeeting | None:
    """Return the meeting the item is on, or None when it is on no agenda.

    Where it stands is remembered with the item while that is loaded: the rules ask
    twenty times for one page. A meeting that moved is looked for anew.
    """
    uid = item.meeting_uid
    if not uid:
        return None
    bare = aq_base(item)
    known = getattr(bare, "_v_meeting_place", None)
    if known is not None and known[0] == uid:
        found = api.portal.get().unrestrictedTraverse(known[1], None)
        if IMeeting.providedBy(found) and found.UID() == uid:
            return found
    found = object_by_uid(uid)
    if not IMeeting.providedBy(found):
        return None
    bare._v_meeting_place = (uid, found.getPhysicalPath())
    return found


def state_of(meeting: IMeeting) -> MeetingState:
    """Return where the meeting stands."""
    return MeetingState(api.content.get_state(obj=meeting))


def title_of(meeting: IMeeting) -> str:
    """Return the name of a meeting: its assembly and its day."""
    assembly = assembly_of(meeting)
    return f"{assembly.title} du {long_date(meeting.date.date())}"
