"""Who sits, who is in the room at each item, and who may vote there."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.deliberations.domain.errors import NotOnAgenda
from communes.deliberations.domain.errors import UnknownSeat
from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum


class Presence(StrEnum):
    """How a member stands at the opening of a meeting."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"
    REPLACED = "replaced"


PRESENCE_LABELS = {
    Presence.PRESENT: "Présent",
    Presence.EXCUSED: "Excusé",
    Presence.ABSENT: "Absent",
    Presence.REPLACED: "Remplacé",
}


class Movement(StrEnum):
    """Somebody comes in or goes out just before an item."""

    ARRIVES = "arrives"
    LEAVES = "leaves"


@dataclass(frozen=True)
class Seat:
    """One place in the assembly and who holds it.

    ``gender`` is "f", "m" or "" when it is not known; ``votes`` is false for the
    secretary; ``group`` is the political group; ``weight`` the voices of one vote,
    more than one where an assembly votes by shares. Seats stand in order of precedence.
    """

    id: str
    name: str
    title: str = ""
    gender: str = ""
    votes: bool = True
    group: str = ""
    weight: int = 1


@dataclass(frozen=True)
class Passage:
    """One movement of one seat, before the item it names."""

    seat: str
    movement: Movement
    item: str


@dataclass(frozen=True)
class RollCall:
    """The attendance of one meeting, over its whole agenda.

    ``presences`` says how each seat stands at the opening; a seat it does not name
    is not encoded and counts as absent. ``withdrawals`` are (item, seat): a member
    who does not take part in that item (conflict of interest, CDLD L1122-19).
    ``replacements`` maps a replaced seat to the seat of the substitute. ``order``
    is the agenda, as ids of items.
    """

    seats: tuple[Seat, ...]
    presences: Mapping[str, Presence] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
    withdrawals: tuple[tuple[str, str], ...] = ()
    replacements: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()

    def seat(self, id: str) -> Seat:
        """Return the seat ``id``.

        :raises UnknownSeat: the assembly has no such seat.
        """
        found = next((seat for seat in self.seats if seat.id == id), None)
        if found is None:
            raise UnknownSeat(field="seat", seat=id)
        return found

    def standing(self, presence: Presence) -> tuple[Seat, ...]:
        """Return the seats that stand so at the opening, by precedence."""
        return tuple(
            seat for seat in self.seats if self.presences.get(seat.id) == presence
        )

    @property
    def in_office(self) -> int:
        """How many members with a vote the assembly has; substitutes add none."""
        substitutes = set(self.replacements.values())
        return sum(seat.votes and seat.id not in substitutes for seat in self.seats)


def present_at(roll: RollCall, item: str) -> tuple[Seat, ...]:
    """Return who is in the room at ``item``, by precedence, the secretary included.

    :raises NotOnAgenda: the item is not in ``roll.order``.
    """
    if item not in roll.order:
        raise NotOnAgenda(item=item)
    away = {seat for where, seat in roll.withdrawals if where == item}
    return tuple(
        seat
        for seat in roll.seats
        if _inside(roll, seat.id, item) and seat.id not in away
    )


def voters_at(roll: RollCall, item: str) -> tuple[Seat, ...]:
    """Return who may vote at ``item``: in the room, with a vote, not withdrawn."""
    return tuple(seat for seat in present_at(roll, item) if seat.votes)


def voices_of(seats: Iterable[Seat]) -> int:
    """Return how many voices the seats have together: their number, or their shares."""
    return sum(seat.weight for seat in seats)


def present_members(roll: RollCall) -> tuple[Seat, ...]:
    """Return the members with a vote who are there at the opening."""
    return tuple(seat for seat in roll.standing(Presence.PRESENT) if seat.votes)


def _inside(roll: RollCall, seat: str, item: str) -> bool:
    until = roll.order.index(item)
    inside = roll.presences.get(seat) == Presence.PRESENT
    steps = sorted(
        (roll.order.index(one.item), one.movement)
        for one in roll.passages
        if one.seat == seat and one.item in roll.order
    )
    for place, movement in steps:
        if place <= until:
            inside = movement == Movement.ARRIVES
    return inside
