"""The agenda of a meeting: order and numbers on the meeting, the rest from the index.

The meeting keeps one small list of (UID, number). Everything else a list shows
comes from the catalogue in one query, so that an agenda of a thousand items is
read without waking one of them.
"""

from collections.abc import Iterable
from communes.core.access.catalog import unrestricted
from communes.core.access.permission import current_user
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.agenda import AgendaEntry
from communes.deliberations.domain.agenda import by_number
from communes.deliberations.domain.agenda import display_number
from communes.deliberations.domain.states import ItemState
from communes.deliberations.events import AgendaChanged
from communes.deliberations.storage import part
from dataclasses import dataclass
from functools import cached_property
from zope.event import notify


@dataclass(frozen=True)
class AgendaRow:
    """One item on an agenda as the index knows it, whoever asks."""

    entry: AgendaEntry
    brain: object

    @property
    def uid(self) -> str:
        """UID of the item."""
        return self.entry.id

    @property
    def number_shown(self) -> str:
        """Its number as people read it: "3", "3.1"."""
        return display_number(self.entry.number)

    @property
    def state(self) -> ItemState:
        """Where the item stands."""
        return ItemState(self.brain.review_state)

    def item(self) -> IMeetingItem:
        """Return the item itself, whoever asks; this wakes it."""
        return self.brain._unrestrictedGetObject()


@dataclass(frozen=True)
class Agenda:
    """The rows in the order of their numbers, and the revision they were read at."""

    rows: tuple[AgendaRow, ...]
    revision: int

    @cached_property
    def entries(self) -> tuple[AgendaEntry, ...]:
        """The agenda as the rules of order see it."""
        return tuple(row.entry for row in self.rows)


def agenda_of(meeting: IMeeting) -> Agenda:
    """Return the agenda of a meeting, in one query."""
    places, revision = part.read(meeting, "agenda", tuple)
    numbers = dict(places)
    brains = unrestricted(UID=list(numbers)) if numbers else []
    rows = [AgendaRow(entry_of(brain, numbers[brain.UID]), brain) for brain in brains]
    rows.sort(key=lambda row: row.entry.number)
    return Agenda(tuple(rows), revision)


def number_of(meeting: IMeeting, uid: str) -> int:
    """Return the number of an item on the agenda in hundredths; 0 when not on it."""
    places, _revision = part.read(meeting, "agenda", tuple)
    return dict(places).get(uid, 0)


def write_agenda(
    meeting: IMeeting,
    entries: Iterable[AgendaEntry],
    change: str,
    revision: int | None = None,
) -> int:
    """Keep the order and the numbers of an agenda and return its new revision.

    :raises StaleRevision: somebody else changed the agenda since ``revision``.
    """
    new = part.write(
        meeting,
        "agenda",
        tuple((entry.id, entry.number) for entry in entries),
        by=current_user(),
        change=change,
        revision=revision,
        what="L'ordre du jour",
    )
    notify(AgendaChanged(meeting, new))
    return new


def entry_of(brain: object, number: int = 0) -> AgendaEntry:
    """Return a catalogue entry as the rules of order see it."""
    return AgendaEntry(
        id=brain.UID,
        number=number,
        list_type=brain.deliberations_list_type,
        privacy=brain.deliberations_privacy,
        treatment=brain.deliberations_treatment,
        category=brain.deliberations_category,
        service=brain.deliberations_service,
        group_in_charge=next(iter(brain.deliberations_groups_in_charge), ""),
        poll_type=brain.deliberations_poll_type,
        sent_to=next(iter(brain.deliberations_send_to), ""),
        title=brain.Title,
    )


def places_of(meeting: IMeeting) -> tuple[AgendaEntry, ...]:
    """Return the agenda as ids and numbers alone, without asking the catalogue.

    An item about to be deleted has left the catalogue before its agenda.
    """
    places, _revision = part.read(meeting, "agenda", tuple)
    return by_number(AgendaEntry(uid, number=number) for uid, number in places)


def order_of(meeting: IMeeting) -> tuple[str, ...]:
    """Return the UIDs of the items on the agenda, in the order of their numbers."""
    return tuple(entry.id for entry in places_of(meeting))
