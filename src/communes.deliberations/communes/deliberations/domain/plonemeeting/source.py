"""The objects of a PloneMeeting as plain values, ready to be written here."""

from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.tally import VoteValue
from dataclasses import dataclass
from datetime import date
from datetime import datetime


@dataclass(frozen=True)
class OldVote:
    """One vote of an item: by name, or counts only when it was secret."""

    label: str
    names: tuple[tuple[str, VoteValue], ...] = ()
    counts: tuple[tuple[VoteValue, int], ...] = ()


@dataclass(frozen=True)
class OldAnnex:
    """A file joined to an item; ``path`` is its place beside the answers, or ""."""

    uid: str
    title: str
    filename: str
    media_type: str
    confidential: bool = False


@dataclass(frozen=True)
class OldAdvice:
    """An advice that was given; the texts are HTML as it came."""

    uid: str
    item: str
    service: str
    kind: str
    given_on: date
    given_by: str
    motivation: str = ""
    observations: str = ""


@dataclass(frozen=True)
class OldMeeting:
    """A meeting with who was there; ``votes`` are by UID of the item."""

    uid: str
    date: datetime
    state: MeetingState
    place: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    number: int | None = None
    seats: tuple[Seat, ...] = ()
    presences: tuple[tuple[str, Presence], ...] = ()
    votes: tuple[tuple[str, tuple[OldVote, ...]], ...] = ()


@dataclass(frozen=True)
class OldItem:
    """An item; ``number`` is its place on the agenda times 100, as here."""

    uid: str
    title: str
    state: ItemState
    service: str
    category: str = ""
    late: bool = False
    closed: bool = False
    treatment: str = "decision"
    summary: str = ""
    motivation: str = ""
    decision: str = ""
    meeting: str = ""
    number: int = 0
    predecessor: str = ""
    annexes: tuple[OldAnnex, ...] = ()


@dataclass(frozen=True)
class Archive:
    """Everything that can be written, meetings by date and items by place."""

    meetings: tuple[OldMeeting, ...] = ()
    items: tuple[OldItem, ...] = ()
    advices: tuple[OldAdvice, ...] = ()
