"""Put an item on the agenda of a meeting, and take it off again."""

from communes.core.access.catalog import object_by_uid
from communes.core.access.catalog import unrestricted
from communes.core.organisation.api import services
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.agenda import removed
from communes.deliberations.domain.agenda import withdrawn
from communes.deliberations.domain.ordering import inserted
from communes.deliberations.domain.ordering import inserted_late
from communes.deliberations.domain.ordering import Orders
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.states import LATE_MEETING_STATES
from communes.deliberations.exceptions import UnknownMeeting
from communes.deliberations.storage.agenda import agenda_of
from communes.deliberations.storage.agenda import entry_of
from communes.deliberations.storage.agenda import places_of
from communes.deliberations.storage.agenda import write_agenda
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.meeting import accepting_meetings
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.storage.meeting import state_of
from communes.deliberations.storage.vote import forget_votes
from communes.deliberations.workflow.cascade import join_the_others
from communes.deliberations.workflow.numbers import fix_reference
from plone import api


ITEM_PLACE_INDEXES = ["deliberations_meeting", "deliberations_list_type"]


def place_on_agenda(item: IMeetingItem, meeting: IMeeting | None = None) -> None:
    """Give the item its place in a meeting and bring it where the others stand.

    :param meeting: where; by default the meeting the service wished for, else the
        next one that accepts items.
    :raises UnknownMeeting: no meeting of the assembly accepts the item.
    """
    target = meeting if meeting is not None else default_meeting(item)
    if target is None or assembly_of(target) != assembly_of(item):
        name = item.title if target is None else target.title
        raise UnknownMeeting(field="meeting", name=name)
    settings = settings_of(assembly_of(item))
    late = state_of(target) in LATE_MEETING_STATES
    item.meeting_uid = target.UID()
    if late:
        item.list_type = _late_list_type(item.list_type, settings)
    item.reindexObject(idxs=ITEM_PLACE_INDEXES)
    (brain,) = unrestricted(UID=item.UID())
    insert = inserted_late if late else inserted
    agenda = agenda_of(target).entries
    entries = insert(agenda, entry_of(brain), settings, orders_of(settings))
    write_agenda(target, entries, f"« {item.title} » a été présenté")
    join_the_others(item, target)
    fix_reference(item, target)


def take_off_agenda(item: IMeetingItem) -> None:
    """Remove the item from its meeting's agenda, if it is on one.

    Before the agenda is frozen what follows moves up; afterwards every other
    number stays what the convocation said.
    """
    meeting = meeting_of(item)
    item.meeting_uid = ""
    if meeting is None:
        return
    entries = places_of(meeting)
    if item.UID() in {entry.id for entry in entries}:
        take = withdrawn if state_of(meeting) in LATE_MEETING_STATES else removed
        rest = take(entries, item.UID())
        write_agenda(meeting, rest, f"« {item.title} » a été retiré")
        forget_votes(meeting, item.UID())
    item.reindexObject(idxs=["deliberations_meeting"])


def default_meeting(item: IMeetingItem) -> IMeeting | None:
    """Return the meeting an item goes to when nobody names one.

    The one the service wished for while it accepts items, else the next to come,
    else the last one that is still open.
    """
    rows = accepting_meetings(assembly_of(item))
    wished = [row for row in rows if row.uid == item.preferred_meeting]
    coming = [row for row in rows if row.date >= now()]
    chosen = [*wished, *coming, *reversed(rows)]
    return object_by_uid(chosen[0].uid) if chosen else None


def orders_of(settings: AssemblySettings) -> Orders:
    """Return the orders that live outside the settings."""
    known = tuple(one.id for one in services(api.portal.get()))
    return Orders(services=known, groups_in_charge=known)


def _late_list_type(list_type: str, settings: AssemblySettings) -> str:
    """Return the list type of an item presented after the agenda was frozen."""
    kinds = {one.id: one for one in settings.list_types}
    kind = kinds.get(list_type)
    if kind is not None and (kind.late or kind.needs_urgency):
        return list_type
    late = next((one.id for one in settings.list_types if one.late), None)
    return late or list_type
