"""Attendance, votes and cohesion over the meetings of one year.

The yearly report and the institutional register ask how many meetings each member
could attend and did. Votes are told for public ballots only: a secret one has no name.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.attendance import voters_at
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import PublicVote
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from fractions import Fraction


@dataclass(frozen=True)
class Held:
    """One meeting that was held: its roll call, and its votes by name."""

    day: date
    roll: RollCall
    votes: tuple[PublicVote, ...] = ()


@dataclass(frozen=True)
class MemberYear:
    """One member over a year; a meeting they had no seat in does not count.

    ``late`` counts the meetings joined or left under way, ``items`` those they were
    in the room for and ``items_of`` those they could have been; ``voices`` what they
    expressed in public votes.
    """

    seat: Seat
    meetings: int = 0
    present: int = 0
    excused: int = 0
    absent: int = 0
    replaced: int = 0
    under_way: int = 0
    items: int = 0
    items_of: int = 0
    withdrawals: int = 0
    voices: dict[VoteValue, int] = field(default_factory=dict)

    @property
    def rate(self) -> Fraction:
        """The share of their meetings they attended."""
        return Fraction(self.present, self.meetings) if self.meetings else Fraction(0)


@dataclass(frozen=True)
class GroupYear:
    """How much a political group votes as one: 1 always together, 0 split in two."""

    name: str
    votes: int
    cohesion: Fraction


def members_of(meetings: Sequence[Held]) -> tuple[MemberYear, ...]:
    """Return each member with a vote, in the order in which they first sat."""
    seats: dict[str, Seat] = {}
    for held in meetings:
        for seat in held.roll.seats:
            if seat.votes:
                seats[seat.id] = seat
    return tuple(_member(seat, meetings) for seat in seats.values())


def groups_of(meetings: Iterable[Held]) -> tuple[GroupYear, ...]:
    """Return each group that voted with two voices at least, by name.

    The cohesion is the mean, over its votes, of how far its "yes" and its "no" are
    apart (Rice): a lone voice has no cohesion to tell.
    """
    found: dict[str, list[Fraction]] = {}
    for vote in (one for held in meetings for one in held.votes):
        for name in {seat.group for seat, _value in vote.values if seat.group}:
            apart = _apart(vote, name)
            if apart is not None:
                found.setdefault(name, []).append(apart)
    return tuple(
        GroupYear(name, len(shares), sum(shares, Fraction(0)) / len(shares))
        for name, shares in sorted(found.items())
    )


def percent(share: Fraction) -> int:
    """Return a share as a whole number of percents, a half away from nought."""
    return int(share * 100 + Fraction(1, 2))


def _member(seat: Seat, meetings: Sequence[Held]) -> MemberYear:
    rolls = [
        one.roll
        for one in meetings
        if seat.id in {place.id for place in one.roll.seats}
    ]
    stood = [roll.presences.get(seat.id, Presence.ABSENT) for roll in rolls]
    moved = [any(one.seat == seat.id for one in roll.passages) for roll in rolls]
    # Whoever came under way attended; "excused" at the opening tells the rest.
    came = [_in_room(roll, seat.id) for roll in rolls]
    there = [
        how is Presence.PRESENT or items > 0
        for how, items in zip(stood, came, strict=True)
    ]
    away = [how for how, present in zip(stood, there, strict=True) if not present]
    return MemberYear(
        seat=seat,
        meetings=len(rolls),
        present=sum(there),
        excused=away.count(Presence.EXCUSED),
        absent=away.count(Presence.ABSENT),
        replaced=away.count(Presence.REPLACED),
        under_way=sum(
            present and movement for present, movement in zip(there, moved, strict=True)
        ),
        items=sum(came),
        items_of=sum(len(roll.order) for roll in rolls),
        withdrawals=sum(
            who == seat.id for roll in rolls for _item, who in roll.withdrawals
        ),
        voices=_voices(seat.id, meetings),
    )


def _in_room(roll: RollCall, seat: str) -> int:
    return sum(
        any(one.id == seat for one in voters_at(roll, item)) for item in roll.order
    )


def _voices(seat: str, meetings: Iterable[Held]) -> dict[VoteValue, int]:
    found: dict[VoteValue, int] = {}
    for held in meetings:
        for vote in held.votes:
            for who, value in vote.values:
                if who.id == seat and value is not VoteValue.NOT_ENCODED:
                    found[value] = found.get(value, 0) + 1
    return found


def _apart(vote: PublicVote, group: str) -> Fraction | None:
    values = [value for seat, value in vote.values if seat.group == group]
    yes, no = values.count(VoteValue.YES), values.count(VoteValue.NO)
    return Fraction(abs(yes - no), yes + no) if yes + no > 1 else None
