"""The rules of an item that somebody asked for, beside those of every item."""

from communes.core.errors.domain import Reason
from communes.deliberations.domain.attendance import present_at
from communes.deliberations.domain.initiative.rules import obstacles
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.attendance import roll_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.initiative import college_on
from communes.deliberations.storage.initiative import initiative_of
from communes.deliberations.storage.initiative import people_on
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.workflow.interfaces import IMoreObstacles
from zope.interface import implementer


@implementer(IMoreObstacles)
class InitiativeObstacles:
    """Loads the facts and asks the rule; costs nothing for an item of a service."""

    def __init__(self, item: object) -> None:
        self.item = item

    def obstacles(self, step: str) -> tuple[Reason, ...]:
        found, _revision = initiative_of(self.item)
        if not found.kind:
            return ()
        meeting = meeting_of(self.item)
        day = meeting.date.date() if meeting is not None else now().date()
        seated = [id for id, _name in people_on(assembly_of(self.item).getId(), day)]
        return obstacles(step, found, seated, self._there(meeting), college_on(day))

    def _there(self, meeting: object) -> list[str] | None:
        if meeting is None:
            return None
        roll, revision = roll_of(meeting)
        uid = self.item.UID()
        if not revision or uid not in roll.order:
            return None
        return [seat.id for seat in present_at(roll, uid)]
