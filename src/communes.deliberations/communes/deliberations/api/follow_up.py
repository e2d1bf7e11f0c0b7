"""What is to do after the decision of an item: who, until when, done."""

from communes.core.access.catalog import visible
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.follow_up import task as rules
from communes.deliberations.domain.follow_up.task import FollowUp
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.follow_up import follow_up_of
from communes.deliberations.storage.follow_up import save_follow_up
from communes.deliberations.storage.item import PORTAL_TYPE
from communes.deliberations.storage.item import state_of
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.service import services_of_user
from dataclasses import dataclass
from datetime import date
from plone import api


@dataclass(frozen=True)
class FollowUpRow:
    """An item with something to do, read without waking it."""

    title: str
    path: str
    assembly: str
    services: tuple[str, ...]
    until: date | None

    def late(self, today: date) -> bool:
        """Tell whether the first thing to do is late."""
        return self.until is not None and self.until < today


def follow_up(item: IMeetingItem) -> tuple[tuple[FollowUp, ...], int]:
    """Return what is to do and was done after the decision, and the revision.

    :raises MayNot: the user may not see the item.
    """
    require("View", item)
    return follow_up_of(item)


def may_follow_up(item: IMeetingItem) -> bool:
    """Return whether the person says what is to do: who keeps the meetings."""
    return may(MANAGE_MEETING, assembly_of(item))


def add_follow_up(
    item: IMeetingItem,
    text: str,
    service: str = "",
    until: date | None = None,
    revision: int | None = None,
) -> int:
    """Note one more thing to do; by default the proposing service does it.

    :raises MayNot: the user does not keep the meetings of the assembly.
    :raises NotDecided: the item is not decided yet.
    :raises EmptyTask: nothing is said.
    :raises StaleRevision: somebody else changed the list meanwhile.
    """
    require(MANAGE_MEETING, assembly_of(item))
    if state_of(item) not in DECIDED_STATES:
        raise rules.NotDecided(item=item.title)
    tasks, _now = follow_up_of(item)
    new = rules.added(tasks, text, service or item.proposing_service or "", until)
    note_change("follow_up.add", item, service=service)
    return save_follow_up(item, new, "un suivi à apporter", revision)


def do_follow_up(
    item: IMeetingItem, id: int, report: str = "", revision: int | None = None
) -> int:
    """Note that one thing is done: by its service, or by who keeps the meetings.

    :raises MayNot: the user is neither.
    :raises UnknownTask: there is none of that number.
    """
    tasks, _now = follow_up(item)
    _require_doer(item, tasks, id)
    new = rules.done(tasks, id, current_user(), now().date(), report)
    note_change("follow_up.done", item, task=id)
    return save_follow_up(item, new, "un suivi apporté", revision)


def reopen_follow_up(item: IMeetingItem, id: int, revision: int | None = None) -> int:
    """Note that one thing is to do again.

    :raises MayNot: the user is neither its service nor keeps the meetings.
    :raises UnknownTask: there is none of that number.
    """
    tasks, _now = follow_up(item)
    _require_doer(item, tasks, id)
    new = rules.reopened(tasks, id)
    return save_follow_up(item, new, "un suivi à reprendre", revision)


def may_do_follow_up(item: IMeetingItem, task: FollowUp) -> bool:
    """Return whether the person may say that this thing is done."""
    mine = services_of_user(api.portal.get()) | services_of_user(
        api.portal.get(), "reviewers"
    )
    return task.service in mine or may_follow_up(item)


def my_follow_up() -> list[FollowUpRow]:
    """Return the items with something to do for the person's services, soonest first.

    Read from the catalogue in one question; those without a day come last.
    """
    site = api.portal.get()
    mine = services_of_user(site) | services_of_user(site, "reviewers")
    if not mine:
        return []
    found = visible(portal_type=PORTAL_TYPE, deliberations_follow_up=sorted(mine))
    rows = [_row(brain) for brain in found]
    return sorted(rows, key=lambda one: (one.until is None, one.until or date.max))


def _require_doer(item: IMeetingItem, tasks: tuple[FollowUp, ...], id: int) -> None:
    task = next((one for one in tasks if one.id == id), None)
    if task is None:
        raise rules.UnknownTask
    if not may_do_follow_up(item, task):
        require(MANAGE_MEETING, assembly_of(item))


def _row(brain: object) -> FollowUpRow:
    until = brain.deliberations_follow_up_until
    return FollowUpRow(
        title=brain.Title,
        path=brain.getPath(),
        assembly=brain.deliberations_assembly,
        services=tuple(brain.deliberations_follow_up or ()),
        until=date.fromisoformat(until) if until else None,
    )
