"""The agenda of a meeting: read it as whoever asks may, present, move, sort."""

from collections.abc import Callable
from communes.core.access.catalog import visible
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.errors.domain import Reason
from communes.deliberations.api.transition import do_transition
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain import agenda as order
from communes.deliberations.domain.agenda import AgendaEntry
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.ordering import agenda_warnings
from communes.deliberations.domain.ordering import sorted_agenda
from communes.deliberations.domain.records import CLOSED_TITLE
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.exceptions import AgendaFrozen
from communes.deliberations.exceptions import UnknownMove
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage.agenda import agenda_of
from communes.deliberations.storage.agenda import AgendaRow
from communes.deliberations.storage.agenda import number_of
from communes.deliberations.storage.agenda import write_agenda
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.storage.meeting import state_of
from communes.deliberations.workflow.placing import orders_of
from dataclasses import dataclass
from datetime import datetime


HIDDEN_TITLE = "Point non accessible"

MOVES: dict[str, Callable[..., tuple[AgendaEntry, ...]]] = {
    "up": order.moved_up,
    "down": order.moved_down,
    "attach": order.attached,
    "detach": order.detached,
}


@dataclass(frozen=True)
class AgendaLine:
    """One item on the agenda as the current user may see it.

    ``visible`` is False when only its existence may be known: the title is then a
    neutral one and everything else but the number and the privacy is empty.
    """

    uid: str
    number: str
    title: str
    visible: bool
    privacy: str
    state: str = ""
    list_type: str = ""
    category: str = ""
    service: str = ""
    urgency: str = ""
    poll_type: str = ""
    treatment: str = ""
    reference: str = ""
    path: str = ""


@dataclass(frozen=True)
class AgendaView:
    """The lines in order, the revision to give back when changing them, warnings."""

    lines: tuple[AgendaLine, ...]
    revision: int
    warnings: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Place:
    """The number of an item on an agenda, and of which meeting."""

    number: str
    date: datetime
    meeting_uid: str = ""
    title: str = ""
    path: str = ""


def agenda(meeting: IMeeting) -> AgendaView:
    """Return the agenda for the current user, in two queries and no item woken.

    :raises MayNot: the user may not see the meeting.
    """
    require("View", meeting)
    found = agenda_of(meeting)
    uids = [row.uid for row in found.rows]
    seen = {brain.UID for brain in visible(UID=uids)} if uids else set()
    return AgendaView(
        lines=tuple(_line(row, row.uid in seen) for row in found.rows),
        revision=found.revision,
        warnings=agenda_warnings(found.entries, settings_of(assembly_of(meeting))),
    )


def place_of(item: IMeetingItem) -> Place | None:
    """Return where the item stands on an agenda; None when it is on none.

    The meeting's name and address are empty for whoever may not see the meeting.

    :raises MayNot: the user may not see the item.
    """
    require("View", item)
    meeting = meeting_of(item)
    if meeting is None:
        return None
    number = order.display_number(number_of(meeting, item.UID()))
    if not may("View", meeting):
        return Place(number, meeting.date)
    path = "/".join(meeting.getPhysicalPath())
    return Place(number, meeting.date, meeting.UID(), meeting.title, path)


def present(
    item: IMeetingItem, meeting: IMeeting | None = None, comment: str = ""
) -> None:
    """Bring a validated item on an agenda, at the place the rules give it.

    :param meeting: by default the one the service wished for, else the next.
    :raises MayNot, TransitionRefused: as ``do_transition``.
    :raises UnknownMeeting: no meeting of the assembly accepts the item.
    """
    do_transition(item, ItemTransition.PRESENT.value, comment, meeting=meeting)


def move_item(
    meeting: IMeeting, uid: str, before: str | None, revision: int | None = None
) -> int:
    """Put an item before another (None: at the end) and return the new revision.

    :raises MayNot: the user does not manage the meeting.
    :raises AgendaFrozen: the numbers have been sent; put the meeting back first.
    :raises NotOnAgenda: one of the two is not on the agenda.
    :raises StaleRevision: somebody moved something meanwhile; says what.
    """
    entries = _editable(meeting)
    return _write(meeting, order.moved(entries, uid, before), uid, revision)


def step_item(
    meeting: IMeeting, uid: str, move: str, revision: int | None = None
) -> int:
    """Move an item "up" or "down", "attach" it below the one before, or "detach" it.

    The keyboard's and the buttons' way of ``move_item``; same refusals.

    :raises UnknownMove: the move is none of these.
    """
    if move not in MOVES:
        expected = ", ".join(f"« {one} »" for one in MOVES)
        raise UnknownMove(field="move", name=move, expected=expected)
    entries = _editable(meeting)
    return _write(meeting, MOVES[move](entries, uid), uid, revision)


def sort_agenda(meeting: IMeeting, revision: int | None = None) -> int:
    """Put the agenda back in the order of the assembly's rules.

    :raises MayNot, AgendaFrozen, StaleRevision: as ``move_item``.
    """
    settings = settings_of(assembly_of(meeting))
    entries = sorted_agenda(_editable(meeting), settings, orders_of(settings))
    return write_agenda(meeting, entries, "l'ordre des règles a été remis", revision)


def _editable(meeting: IMeeting) -> tuple[AgendaEntry, ...]:
    require(MANAGE_MEETING, meeting)
    if state_of(meeting) is not MeetingState.CREATED:
        raise AgendaFrozen()
    return agenda_of(meeting).entries


def _write(
    meeting: IMeeting, entries: tuple[AgendaEntry, ...], uid: str, revision: int | None
) -> int:
    moved = next(one for one in entries if one.id == uid)
    number = order.display_number(moved.number)
    return write_agenda(
        meeting, entries, f"« {moved.title} » est passé au n° {number}", revision
    )


def _line(row: AgendaRow, seen: bool) -> AgendaLine:
    brain = row.brain
    privacy = brain.deliberations_privacy
    if not seen:
        title = CLOSED_TITLE if privacy == Privacy.CLOSED else HIDDEN_TITLE
        return AgendaLine(row.uid, row.number_shown, title, False, privacy)
    return AgendaLine(
        uid=row.uid,
        number=row.number_shown,
        title=brain.Title,
        visible=True,
        privacy=privacy,
        state=ItemState(brain.review_state).value,
        list_type=brain.deliberations_list_type,
        category=brain.deliberations_category,
        service=brain.deliberations_service,
        urgency=brain.deliberations_urgency,
        poll_type=brain.deliberations_poll_type,
        treatment=brain.deliberations_treatment,
        reference=brain.deliberations_reference,
        path=brain.getPath(),
    )
