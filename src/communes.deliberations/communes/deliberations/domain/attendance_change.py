"""What may be changed in the attendance without belying a vote already noted."""

from collections.abc import Collection
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.deliberations.domain.attendance import Passage
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.domain.attendance import voters_at
from communes.deliberations.domain.errors import AttendanceRefused
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.errors import NotOnAgenda
from dataclasses import replace


def with_presence(
    roll: RollCall,
    seat: str,
    presence: Presence,
    votes: Mapping[str, Collection[str]],
) -> RollCall:
    """Return the roll with ``seat`` standing so; ``votes`` maps items to their voters.

    :raises UnknownSeat: the assembly has no such seat.
    :raises AttendanceRefused: somebody would have voted without being there.
    """
    roll.seat(seat)
    replacements = dict(roll.replacements)
    if presence != Presence.REPLACED:
        replacements.pop(seat, None)
    changed = replace(
        roll,
        presences={**roll.presences, seat: presence},
        replacements=replacements,
    )
    return _kept_true(changed, votes)


def with_replacement(
    roll: RollCall, seat: str, by: str, votes: Mapping[str, Collection[str]]
) -> RollCall:
    """Return the roll with ``seat`` replaced by the substitute's seat ``by``."""
    roll.seat(seat)
    roll.seat(by)
    changed = replace(
        roll,
        presences={
            **roll.presences,
            seat: Presence.REPLACED,
            by: Presence.PRESENT,
        },
        replacements={**roll.replacements, seat: by},
    )
    return _kept_true(changed, votes)


def with_passage(
    roll: RollCall, passage: Passage, votes: Mapping[str, Collection[str]]
) -> RollCall:
    """Return the roll with a coming or going; one per seat and item, the last stays."""
    roll.seat(passage.seat)
    if passage.item not in roll.order:
        raise NotOnAgenda(item=passage.item)
    others = tuple(
        one
        for one in roll.passages
        if (one.seat, one.item) != (passage.seat, passage.item)
    )
    return _kept_true(replace(roll, passages=(*others, passage)), votes)


def with_withdrawal(
    roll: RollCall, item: str, seat: str, votes: Mapping[str, Collection[str]]
) -> RollCall:
    """Return the roll with ``seat`` out of the room for this one item."""
    roll.seat(seat)
    if item not in roll.order:
        raise NotOnAgenda(item=item)
    pairs = tuple(pair for pair in roll.withdrawals if pair != (item, seat))
    return _kept_true(replace(roll, withdrawals=(*pairs, (item, seat))), votes)


def without_seat(
    roll: RollCall, seat: str, votes: Mapping[str, Collection[str]]
) -> RollCall:
    """Return the roll without a seat that no vote and no movement uses.

    :raises AttendanceRefused: the seat is used by an item.
    """
    roll.seat(seat)
    used = {item for item, voters in votes.items() if seat in voters}
    used |= {one.item for one in roll.passages if one.seat == seat}
    used |= {item for item, one in roll.withdrawals if one == seat}
    if used:
        raise AttendanceRefused(
            because(
                "seat_in_use",
                "${name} figure déjà à des points de la séance (${count}) : retirez "
                "d'abord ses votes et ses entrées et sorties.",
                name=roll.seat(seat).name,
                count=len(used),
            )
        )
    presences = {id: one for id, one in roll.presences.items() if id != seat}
    seats = tuple(one for one in roll.seats if one.id != seat)
    return replace(roll, seats=seats, presences=presences)


def contradictions(
    roll: RollCall, votes: Mapping[str, Collection[str]]
) -> tuple[Reason, ...]:
    """Return each vote of somebody the roll says could not vote at that item."""
    found = []
    for place, item in enumerate(roll.order, start=1):
        entitled = {seat.id for seat in voters_at(roll, item)}
        for seat in roll.seats:
            if seat.id in votes.get(item, ()) and seat.id not in entitled:
                found.append(
                    because(
                        "voted_at_item",
                        "${name} a voté au ${place} point de la séance : retirez "
                        "d'abord ce vote.",
                        name=seat.name,
                        place="1er" if place == 1 else f"{place}e",
                    )
                )
    return tuple(found)


def _kept_true(roll: RollCall, votes: Mapping[str, Collection[str]]) -> RollCall:
    reasons = contradictions(roll, votes)
    if reasons:
        raise AttendanceRefused(*reasons)
    return roll
