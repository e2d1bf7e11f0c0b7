"""An event, and its period."""

from communes.web.domain.clock import BRUSSELS
from communes.web.domain.contact import Address
from communes.web.domain.contact import Place
from communes.web.domain.errors import BadPeriod
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import time
from datetime import timedelta
from enum import StrEnum


_DAY = timedelta(days=1)
_MIDNIGHT = time()
#: Sheet 2.1: one lasts less than three years.
MOST_DAYS = 3 * 365


class EventStatus(StrEnum):
    """Whether an event takes place as it was announced."""

    PLANNED = "planned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Event:
    """Walls of the commune's clocks, without zone: they stay over clock changes.

    A ``whole_day`` event uses the days alone, the last included. Without ``ends`` the
    end is open. ``rule`` is an RRULE of RFC 5545; ``excluded`` and ``added`` are the
    starts taken away and put besides.
    """

    id: str
    title: str
    starts: datetime
    modified: datetime
    ends: datetime | None = None
    whole_day: bool = False
    rule: str = ""
    excluded: tuple[datetime, ...] = ()
    added: tuple[datetime, ...] = ()
    description: str = ""
    kind: str = "event"
    address: Address = field(default_factory=Address)
    location: str = ""
    place: Place | None = None
    online_url: str = ""
    organisers: tuple[str, ...] = ()
    contact: str = ""
    ticket_url: str = ""
    free: bool = False
    wheelchair: bool = False
    audiences: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    agendas: tuple[str, ...] = ()
    image_url: str = ""
    status: EventStatus = EventStatus.PLANNED
    version: int = 0

    def __post_init__(self) -> None:
        walls = (self.starts, self.ends, *self.excluded, *self.added)
        zoned = any(one.tzinfo for one in walls if one)
        if zoned or not timedelta(0) <= self.length < timedelta(days=MOST_DAYS):
            raise BadPeriod(field="ends", name=self.title)

    @property
    def first(self) -> datetime:
        """The wall it begins at; midnight when it takes whole days."""
        return self._at(self.starts)

    @property
    def length(self) -> timedelta:
        """How long it lasts on the walls; nothing when its end is open."""
        if self.whole_day:
            last = (self.ends or self.starts).date()
            return last - self.starts.date() + _DAY
        return (self.ends or self.starts) - self.starts

    def walls_of(self, moments: tuple[datetime, ...]) -> frozenset[datetime]:
        """Return walls as starts of this event are."""
        return frozenset(self._at(one) for one in moments)

    def _at(self, wall: datetime) -> datetime:
        return datetime.combine(wall.date(), _MIDNIGHT) if self.whole_day else wall


def wall_of(moment: datetime) -> datetime:
    """Return what the commune's clocks show at a moment, without zone."""
    return moment.astimezone(BRUSSELS).replace(tzinfo=None, fold=0)
