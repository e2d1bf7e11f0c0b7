"""Numbers and references that a step of a meeting fixes for good."""

from communes.core.numbering.api import peek
from communes.core.numbering.api import start_at
from communes.core.numbering.api import take
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.agenda import STEP
from communes.deliberations.domain.reference import item_counter
from communes.deliberations.domain.reference import meeting_counter
from communes.deliberations.domain.reference import Numbers
from communes.deliberations.domain.reference import reference
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.storage import part
from communes.deliberations.storage.agenda import agenda_of
from communes.deliberations.storage.agenda import number_of
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.service import nis
from plone import api


def follow_numbers(meeting: IMeeting, step: MeetingTransition) -> None:
    """Fix what the step fixes: the meeting's number, its items' references.

    A meeting that was put back and goes on again keeps the numbers it has.
    """
    assembly = assembly_of(meeting)
    settings = settings_of(assembly)
    day = meeting.date.date()
    if step is MeetingTransition.FREEZE and meeting.meeting_number is None:
        meeting.meeting_number = take(assembly, meeting_counter(settings, day))
    if step is MeetingTransition.DECIDE:
        if meeting.first_item_number is None:
            meeting.first_item_number = peek(assembly, item_counter(settings, day))
        for row in agenda_of(meeting).rows:
            fix_reference(row.item(), meeting)


def fix_reference(item: IMeetingItem, meeting: IMeeting) -> None:
    """Give the item its reference once the minutes are begun; nothing before."""
    if meeting.first_item_number is None:
        return
    settings = settings_of(assembly_of(meeting))
    _count_up(meeting)
    numbers = Numbers(
        number=number_of(meeting, item.UID()),
        meeting_number=meeting.meeting_number or 0,
        day=meeting.date.date(),
        first_item_number=meeting.first_item_number,
    )
    item.reference = reference(
        settings, numbers, nis(api.portal.get()), item.proposing_service or ""
    )
    item.reindexObject(idxs=["deliberations_reference", "SearchableText"])


def _count_up(meeting: IMeeting) -> None:
    """Let the continuous numbers of the next meeting begin after this one's."""
    assembly = assembly_of(meeting)
    counter = item_counter(settings_of(assembly), meeting.date.date())
    places, _revision = part.read(meeting, "agenda", tuple)
    mains = max((number // STEP for _uid, number in places), default=0)
    following = meeting.first_item_number + mains
    if following > peek(assembly, counter):
        start_at(assembly, counter, following)
