"""What a new version of a publication changes against the last one."""

from communes.deliberations.domain.publicity.records import PublicItem
from communes.deliberations.domain.publicity.records import PublicMeeting
from communes.deliberations.domain.publicity.records import Withdrawal
from dataclasses import dataclass
from dataclasses import fields
from dataclasses import replace
from datetime import datetime
from enum import StrEnum


#: All that is left of the title of what was withdrawn: it may be why it was.
WITHDRAWN_TITLE = "Point retiré de la publication"


class ChangeKind(StrEnum):
    """What happens to an item."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    SAME = "same"


CHANGE_LABELS = {
    ChangeKind.ADDED: "Nouveau",
    ChangeKind.CHANGED: "Modifié",
    ChangeKind.REMOVED: "Disparaît",
    ChangeKind.SAME: "Inchangé",
}


@dataclass(frozen=True)
class ItemChange:
    """One item and what changes of it: names of the fields of ``PublicItem``."""

    id: str
    number: str
    title: str
    kind: ChangeKind
    fields: tuple[str, ...] = ()


def changes(
    before: PublicMeeting | None, after: PublicMeeting
) -> tuple[ItemChange, ...]:
    """Return what happens to each item, in the order of the new agenda."""
    old = {one.id: one for one in before.items} if before else {}
    found = [_change(old.get(one.id), one) for one in after.items]
    here = {one.id for one in after.items}
    for id, one in old.items():
        if id not in here:
            found.append(ItemChange(id, one.number, one.title, ChangeKind.REMOVED))
    return tuple(found)


def withdrawn(item: PublicItem, reason: str, moment: datetime) -> PublicItem:
    """Return the tombstone of an item: its number, and why it is gone."""
    return PublicItem(
        item.id, item.number, WITHDRAWN_TITLE, withdrawn=Withdrawal(reason, moment)
    )


def with_item(meeting: PublicMeeting, item: PublicItem) -> PublicMeeting:
    """Return the meeting with ``item`` in the place of the one with its id."""
    items = tuple(item if one.id == item.id else one for one in meeting.items)
    return replace(meeting, items=items)


def _change(old: PublicItem | None, new: PublicItem) -> ItemChange:
    if old is None:
        return ItemChange(new.id, new.number, new.title, ChangeKind.ADDED)
    names = tuple(
        one.name
        for one in fields(PublicItem)
        if getattr(old, one.name) != getattr(new, one.name)
    )
    kind = ChangeKind.CHANGED if names else ChangeKind.SAME
    return ItemChange(new.id, new.number, new.title, kind, names)
