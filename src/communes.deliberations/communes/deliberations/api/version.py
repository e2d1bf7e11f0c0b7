"""The texts of an item at each step, and what changed between two of them."""

from communes.core.access.errors import InvalidField
from communes.core.access.permission import require
from communes.core.comparing.domain.difference import difference
from communes.core.comparing.domain.difference import Line
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.labels import ITEM_STATE_LABELS
from communes.deliberations.i18n import label
from communes.deliberations.permissions import VIEW_INTERNAL_NOTES
from communes.deliberations.storage.item import state_of
from communes.deliberations.storage.person import full_name
from communes.deliberations.storage.version import TEXTS
from communes.deliberations.storage.version import texts_now
from communes.deliberations.storage.version import texts_of
from communes.deliberations.storage.version import versions_of
from dataclasses import dataclass
from datetime import datetime
from html import escape


#: The number that means the item as it stands now.
NOW = 0


@dataclass(frozen=True)
class VersionRow:
    """A version: its number, the state it was left in, by whom and when.

    ``changed`` is False when its texts are those of the version before.
    """

    number: int
    state: str
    state_title: str
    by: str
    at: datetime
    changed: bool


@dataclass(frozen=True)
class ComparedText:
    """One text of the item, by field name, and its comparison line by line."""

    field: str
    lines: tuple[Line, ...]

    @property
    def changed(self) -> bool:
        """Whether anything in it differs."""
        return any(line.changed for line in self.lines)


def versions(item: IMeetingItem) -> list[VersionRow]:
    """Return the versions of an item, the newest first.

    :raises MayNot: the user reads no internal notes of the item.
    """
    require(VIEW_INTERNAL_NOTES, item)
    return [
        VersionRow(
            number=one.number,
            state=one.state,
            state_title=label(ITEM_STATE_LABELS, one.state),
            by=full_name(one.by),
            at=one.at,
            changed=one.same_as == one.number,
        )
        for one in reversed(versions_of(item))
    ]


def last_different(item: IMeetingItem) -> int:
    """Return the last version whose texts are not those of now; else the last one.

    :raises MayNot: the user reads no internal notes of the item.
    """
    require(VIEW_INTERNAL_NOTES, item)
    numbers = [one.number for one in reversed(versions_of(item))]
    now = texts_now(item)
    different = (number for number in numbers if texts_of(item, number) != now)
    return next(different, numbers[0] if numbers else NOW)


def state_now(item: IMeetingItem) -> str:
    """Return the word for where the item stands."""
    return label(ITEM_STATE_LABELS, state_of(item).value)


def compare(item: IMeetingItem, old: int, new: int = NOW) -> list[ComparedText]:
    """Return what changed between two versions, text by text.

    :param old: number of the earlier version; ``new``: of the later, or ``NOW``.
    :raises MayNot: the user reads no internal notes of the item.
    :raises InvalidField: the item has no such version.
    """
    require(VIEW_INTERNAL_NOTES, item)
    before, after = _texts(item, old, "from"), _texts(item, new, "to")
    return [
        ComparedText(name, difference(_html(before, name), _html(after, name)))
        for name in TEXTS
        if before[name] or after[name]
    ]


def _texts(item: IMeetingItem, number: int, field: str) -> dict[str, str]:
    found = texts_now(item) if number == NOW else texts_of(item, number)
    if found is None:
        known = ", ".join(str(one.number) for one in versions_of(item)) or "aucune"
        raise InvalidField(
            field=field, label="Version", value=number, problem=f"versions : {known}"
        )
    return found


def _html(texts: dict[str, str], name: str) -> str:
    return f"<p>{escape(texts[name])}</p>" if name == "title" else texts[name]
