"""Who asked for an item: a councillor, by an oral question, or a citizen."""

from collections.abc import Mapping
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.initiative.rules import Initiative
from communes.deliberations.domain.initiative.rules import late
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage import initiative as storage
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.meeting import meeting_of
from dataclasses import dataclass
from dataclasses import replace


@dataclass(frozen=True)
class InitiativeView:
    """Who asked for an item and how it stands.

    ``names`` are those of the authors; ``late`` is (clear days kept, clear days
    asked) of a text that came too late for its meeting, else None.
    """

    initiative: Initiative
    names: tuple[str, ...]
    late: tuple[int, int] | None
    revision: int


def initiative(item: IMeetingItem) -> InitiativeView:
    """Return who asked for an item.

    :raises MayNot: the user may not see the item.
    """
    require("View", item)
    found, revision = storage.initiative_of(item)
    meeting = meeting_of(item)
    known = dict(possible_authors(item)) if found.authors else {}
    organ = settings_of(assembly_of(item)).organ
    too_late = (
        late(found, organ, meeting.date.date()) if meeting and found.kind else None
    )
    names = tuple(known.get(one, one) for one in found.authors)
    return InitiativeView(found, names, too_late, revision)


def set_initiative(
    item: IMeetingItem, changes: Mapping[str, object], revision: int | None = None
) -> int:
    """Change who asked for an item, when, what, or the answer; return the revision.

    :param changes: fields of ``Initiative``.
    :raises MayNot: the user neither writes the item nor keeps its meetings.
    :raises StaleRevision: somebody else changed it meanwhile.
    """
    if not may_write_initiative(item):
        require("Modify portal content", item)
    old, read = storage.initiative_of(item)
    new = replace(old, **changes)
    if new == old:
        return read
    made = storage.save_initiative(item, new, revision)
    note_change("initiative", item, revision=made)
    return made


def may_write_initiative(item: IMeetingItem) -> bool:
    """Return whether the user may say who asked for the item."""
    return may("Modify portal content", item) or may(MANAGE_MEETING, assembly_of(item))


def possible_authors(item: IMeetingItem) -> tuple[tuple[str, str], ...]:
    """Return (id, name) of the members of the assembly on the day that counts."""
    meeting = meeting_of(item)
    day = meeting.date.date() if meeting is not None else now().date()
    return storage.people_on(assembly_of(item).getId(), day)
