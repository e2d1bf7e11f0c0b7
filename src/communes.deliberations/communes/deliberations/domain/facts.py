"""What a rule must know of an item or a meeting to say whether a step is possible."""

from communes.core.errors.domain import Reason
from communes.deliberations.domain.majority import Outcome
from communes.deliberations.domain.quorum import Quorum
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import ValidationLevel
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import MeetingState
from dataclasses import dataclass
import datetime


@dataclass(frozen=True)
class ItemFacts:
    """An item as the rules see it; texts come as plain text, markup taken off.

    ``levels`` are those of its service (``workflow.levels_for``); ``staffed`` are
    the roles of that service which have at least one person; ``accepting_meetings``
    counts the meetings of the assembly that take items; ``votes_missing`` is None
    when no vote is kept for the item, else how many voters are not encoded yet;
    ``outcome`` and ``quorum`` are what was computed at this item, when it was.
    """

    state: ItemState
    assembly: AssemblySettings
    today: datetime.date
    levels: tuple[ValidationLevel, ...] = ()
    staffed: frozenset[str] = frozenset()
    title: str = ""
    motivation: str = ""
    decision: str = ""
    category: str = ""
    service: str = ""
    list_type: str = ""
    poll_type: str = ""
    treatment: str = "decision"
    urgency_accepted: bool = False
    accepting_meetings: int = 0
    meeting_state: MeetingState | None = None
    meeting_date: datetime.date | None = None
    votes_missing: int | None = None
    outcome: Outcome | None = None
    quorum: Quorum | None = None


@dataclass(frozen=True)
class AgendaFact:
    """One item of a meeting: its number as shown, its state, what stops its closing.

    ``closing_obstacles`` are the obstacles of accepting it, for an open item.
    """

    number: str
    state: ItemState
    closing_obstacles: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class MeetingFacts:
    """A meeting as the rules see it. ``present`` counts the members encoded present."""

    state: MeetingState
    assembly: AssemblySettings
    today: datetime.date
    date: datetime.date | None = None
    place: str = ""
    items: tuple[AgendaFact, ...] = ()
    present: int = 0
