"""A meeting as its documents need it: plain values, read once, never changed."""

from collections.abc import Iterator
from communes.core.privacy.domain.passages import masked
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.choices import Treatment
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.domain.votes import SecretVote
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import time


CLOSED_TITLE = "Point à huis clos"


@dataclass(frozen=True)
class ItemRecord:
    """One item of a meeting. ``number`` is as shown; texts are HTML already cleaned.

    ``vote_text`` is what the secretary wrote instead of the words made from
    ``votes``, plain and without full stop; empty when nothing was rewritten.
    Passages marked as personal are in the texts; ``public_title`` (empty: the
    title) and ``public_vote_text`` are what the public reads instead.
    """

    id: str
    number: str
    title: str
    public: bool = True
    motivation: str = ""
    decision: str = ""
    state: str = ItemState.ACCEPTED
    reference: str = ""
    votes: tuple[PublicVote | SecretVote, ...] = ()
    vote_text: str = ""
    category: str = ""
    service: str = ""
    list_type: str = ""
    treatment: str = Treatment.DECISION
    public_title: str = ""
    public_vote_text: str = ""


@dataclass(frozen=True)
class UrgencyRecord:
    """Items taken up in session because the members said it could not wait."""

    items: tuple[str, ...]
    in_favour: tuple[Seat, ...]
    present: int


@dataclass(frozen=True)
class MeetingRecord:
    """One meeting with its agenda in order; ``roll.order`` holds the ids of the items.

    ``chair`` and ``secretary`` are ids of seats; ``convened_on`` is the day the
    convocation left; ``call`` counts the convocations for the same agenda.
    """

    assembly: AssemblySettings
    institution: str
    day: date
    roll: RollCall
    items: tuple[ItemRecord, ...] = ()
    urgencies: tuple[UrgencyRecord, ...] = ()
    number: int = 0
    place: str = ""
    opened_at: time | None = None
    closed_at: time | None = None
    convened_on: date | None = None
    call: int = 1
    chair: str = ""
    secretary: str = ""
    observations: str = ""

    @property
    def public_items(self) -> tuple[ItemRecord, ...]:
        """The items of the public part, in agenda order."""
        return tuple(item for item in self.items if item.public)

    @property
    def closed_items(self) -> tuple[ItemRecord, ...]:
        """The items of the closed part, in agenda order."""
        return tuple(item for item in self.items if not item.public)

    def seated(self, id: str) -> Seat | None:
        """Return the seat ``id``, or None when nobody holds that function."""
        return next((seat for seat in self.roll.seats if seat.id == id), None)


def for_the_public(meeting: MeetingRecord) -> MeetingRecord:
    """Return the meeting with nothing of its closed items but that they exist.

    Every public document is made from this record, so that no title, text, name or
    vote of a closed item can reach it, and no passage marked as personal.
    """
    closed = {item.id for item in meeting.closed_items}
    roll = replace(
        meeting.roll,
        withdrawals=tuple(
            pair for pair in meeting.roll.withdrawals if pair[0] not in closed
        ),
        passages=tuple(one for one in meeting.roll.passages if one.item not in closed),
    )
    return replace(
        meeting,
        roll=roll,
        items=tuple(_hidden(item) for item in meeting.items),
        urgencies=tuple(_open_urgencies(meeting, closed)),
        observations=masked(meeting.observations),
    )


def _hidden(item: ItemRecord) -> ItemRecord:
    if item.public:
        return replace(
            item,
            title=item.public_title or item.title,
            motivation=masked(item.motivation),
            decision=masked(item.decision),
            vote_text=item.public_vote_text,
        )
    return ItemRecord(item.id, item.number, CLOSED_TITLE, public=False, state="")


def _open_urgencies(
    meeting: MeetingRecord, closed: set[str]
) -> Iterator[UrgencyRecord]:
    for urgency in meeting.urgencies:
        items = tuple(item for item in urgency.items if item not in closed)
        if items:
            yield replace(urgency, items=items)
