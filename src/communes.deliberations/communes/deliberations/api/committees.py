"""The committees of an assembly and what they look at before a meeting."""

from collections.abc import Mapping
from communes.core.access.catalog import visible
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.committees.settings import Committee
from communes.deliberations.domain.committees.sitting import faults
from communes.deliberations.domain.committees.sitting import Sitting
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.exceptions import MeetingClosed
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.permissions import VIEW_CLOSED_ITEMS
from communes.deliberations.storage import committees as storage
from communes.deliberations.storage.agenda import order_of
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.meeting import state_of
from dataclasses import dataclass
from dataclasses import replace


@dataclass(frozen=True)
class CommitteeView:
    """One committee of the assembly and its sitting before a meeting."""

    committee: Committee
    people: tuple[tuple[str, str], ...]
    sitting: Sitting


def committees(meeting: IMeeting) -> tuple[tuple[CommitteeView, ...], int]:
    """Return each committee with its sitting, and the revision to give back.

    Items one may not see are left out; the notes are for those who may read what a
    closed session dealt with.

    :raises MayNot: the user may not see the meeting.
    """
    require("View", meeting)
    kept, revision = storage.sittings_of(meeting)
    named = {uid for one in kept.values() for uid in one.items}
    seen = {brain.UID for brain in visible(UID=sorted(named))} if named else set()
    notes = may(MANAGE_MEETING, meeting) or may(VIEW_CLOSED_ITEMS, meeting)
    found = []
    for one in settings_of(assembly_of(meeting)).committees:
        sitting = kept.get(one.id, Sitting(one.id))
        told = tuple(uid for uid in sitting.items if uid in seen)
        shown = replace(sitting, items=told, notes=sitting.notes if notes else "")
        people = tuple((id, storage.name_of(id)) for id in one.members)
        found.append(CommitteeView(one, people, shown))
    return tuple(found), revision


def set_sitting(
    meeting: IMeeting,
    committee: str,
    changes: Mapping[str, object],
    revision: int | None = None,
) -> int:
    """Say when a committee sits, who is there, what it looks at; return the revision.

    :param changes: fields of ``Sitting``.
    :raises MayNot: the user does not manage the meeting.
    :raises MeetingClosed: the meeting is closed.
    :raises UnknownCommittee, NotOfCommittee, SittingAfterMeeting, ItemElsewhere: the
        sitting can not be so.
    :raises StaleRevision: somebody else changed it meanwhile.
    """
    require(MANAGE_MEETING, meeting)
    if state_of(meeting) is MeetingState.CLOSED:
        raise MeetingClosed()
    kept, read = storage.sittings_of(meeting)
    old = kept.get(committee, Sitting(committee))
    new = replace(old, **changes)
    known = settings_of(assembly_of(meeting)).committees
    for fault in faults(new, known, meeting.date.date(), order_of(meeting)):
        raise fault
    if new == old:
        return read
    made = storage.save_sittings(meeting, {**kept, committee: new}, revision)
    note_change("committee", meeting, committee=committee, revision=made)
    return made
