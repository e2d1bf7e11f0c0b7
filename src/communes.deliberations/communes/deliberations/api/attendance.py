"""Who was there: read the roll call, encode it at once or as people come and go."""

from collections.abc import Callable
from collections.abc import Mapping
from communes.core.access.catalog import visible
from communes.core.access.permission import require
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain import attendance_change as change
from communes.deliberations.domain.attendance import Movement
from communes.deliberations.domain.attendance import Passage
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import PRESENCE_LABELS
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.domain.errors import AttendanceRefused
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.exceptions import MeetingClosed
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage.attendance import roll_of
from communes.deliberations.storage.attendance import save_roll
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.meeting import state_of
from communes.deliberations.storage.vote import voters_by_item
from dataclasses import replace


def attendance(meeting: IMeeting) -> tuple[RollCall, int]:
    """Return the roll call and the revision to give back when changing it.

    Items are named by UID. Before anything is encoded the seats are the mandates
    in office on the day. Who withdrew from an item is told to who may see the item:
    it says whom the matter concerns.

    :raises MayNot: the user may not see the meeting.
    """
    require("View", meeting)
    roll, revision = roll_of(meeting)
    named = sorted({uid for uid, _seat in roll.withdrawals})
    seen = {brain.UID for brain in visible(UID=named)} if named else set()
    told = tuple(one for one in roll.withdrawals if one[0] in seen)
    return replace(roll, withdrawals=told), revision


def set_presences(
    meeting: IMeeting, presences: Mapping[str, Presence], revision: int | None = None
) -> int:
    """Say how several seats stand at the opening; return the new revision.

    :param presences: id of a seat -> how it stands.
    :raises MayNot: the user does not manage the meeting.
    :raises MeetingClosed: the meeting is closed.
    :raises UnknownSeat: the assembly has no such seat.
    :raises AttendanceRefused: somebody would have voted without being there.
    :raises StaleRevision: somebody else encoded meanwhile; says what.
    """

    def apply(roll: RollCall, votes: Mapping[str, frozenset[str]]) -> RollCall:
        for seat, presence in presences.items():
            roll = change.with_presence(roll, seat, Presence(presence), votes)
        return roll

    told = ", ".join(
        f"{_name(meeting, seat)} : {PRESENCE_LABELS[Presence(one)].lower()}"
        for seat, one in presences.items()
    )
    return _change(meeting, apply, told, revision)


def set_replacement(
    meeting: IMeeting, seat: str, by: str, revision: int | None = None
) -> int:
    """Say that ``seat`` is replaced by the substitute's seat ``by``; same refusals."""
    return _change(
        meeting,
        lambda roll, votes: change.with_replacement(roll, seat, by, votes),
        f"{_name(meeting, seat)} est remplacé par {_name(meeting, by)}",
        revision,
    )


def set_passage(
    meeting: IMeeting,
    seat: str,
    movement: Movement,
    uid: str,
    revision: int | None = None,
) -> int:
    """Say that a seat arrives or leaves just before an item; same refusals.

    :raises NotOnAgenda: the item is not on the agenda.
    """
    passage = Passage(seat, Movement(movement), uid)
    return _change(
        meeting,
        lambda roll, votes: change.with_passage(roll, passage, votes),
        f"entrée ou sortie de {_name(meeting, seat)}",
        revision,
    )


def remove_passage(
    meeting: IMeeting, seat: str, uid: str, revision: int | None = None
) -> int:
    """Take back what ``set_passage`` said of a seat at an item; same refusals."""

    def apply(roll: RollCall, votes: Mapping[str, frozenset[str]]) -> RollCall:
        kept = tuple(
            one for one in roll.passages if (one.seat, one.item) != (seat, uid)
        )
        changed = replace(roll, passages=kept)
        reasons = change.contradictions(changed, votes)
        if reasons:
            raise AttendanceRefused(*reasons)
        return changed

    return _change(
        meeting, apply, f"entrée ou sortie de {_name(meeting, seat)} retirée", revision
    )


def set_withdrawal(
    meeting: IMeeting, seat: str, uid: str, revision: int | None = None
) -> int:
    """Say that a seat takes no part in one item (interest); same refusals.

    :raises NotOnAgenda: the item is not on the agenda.
    """
    return _change(
        meeting,
        lambda roll, votes: change.with_withdrawal(roll, uid, seat, votes),
        f"retrait de {_name(meeting, seat)}",
        revision,
    )


def remove_withdrawal(
    meeting: IMeeting, seat: str, uid: str, revision: int | None = None
) -> int:
    """Take back what ``set_withdrawal`` said; same refusals."""

    def apply(roll: RollCall, votes: Mapping[str, frozenset[str]]) -> RollCall:
        kept = tuple(pair for pair in roll.withdrawals if pair != (uid, seat))
        return replace(roll, withdrawals=kept)

    return _change(
        meeting, apply, f"retrait de {_name(meeting, seat)} annulé", revision
    )


def _name(meeting: IMeeting, seat: str) -> str:
    """Return who holds a seat, for the history; an unknown one is refused later."""
    roll, _revision = roll_of(meeting)
    return next((one.name for one in roll.seats if one.id == seat), seat)


def _change(
    meeting: IMeeting,
    apply: Callable[[RollCall, Mapping[str, frozenset[str]]], RollCall],
    told: str,
    revision: int | None,
) -> int:
    require(MANAGE_MEETING, meeting)
    if state_of(meeting) is MeetingState.CLOSED:
        raise MeetingClosed()
    roll, _revision = roll_of(meeting)
    new = save_roll(meeting, apply(roll, voters_by_item(meeting)), told, revision)
    note_change("attendance", meeting, revision=new)
    return new
