"""The texts of an item as they were each time it left a state."""

from Acquisition import aq_base
from BTrees.IOBTree import IOBTree
from communes.core.access.permission import current_user
from communes.deliberations.content.meeting_item import IMeetingItem
from dataclasses import dataclass
from datetime import datetime
from persistent.mapping import PersistentMapping


ATTRIBUTE = "kept_texts"
#: What is kept of each version; the first is plain text.
TEXTS = ("title", "summary", "motivation", "decision")


@dataclass(frozen=True)
class Version:
    """One version: its number from 1, the state that was left, by whom and when.

    ``same_as`` is the number of the version with the very same texts, or its own.
    """

    number: int
    state: str
    by: str
    at: datetime
    same_as: int


def keep_version(item: IMeetingItem, state: str, at: datetime) -> int:
    """Keep the item's texts as it leaves ``state``; return the version's number.

    Texts that did not change since the last version are not kept twice.
    """
    kept = _tree(item)
    texts = texts_now(item)
    number = (kept.maxKey() if len(kept) else 0) + 1
    last = kept.get(number - 1)
    same_as = number
    if last is not None and dict(kept[last["same_as"]]["texts"]) == texts:
        same_as = last["same_as"]
    kept[number] = PersistentMapping(
        state=state,
        by=current_user(),
        at=at,
        same_as=same_as,
        texts=texts if same_as == number else {},
    )
    return number


def versions_of(item: IMeetingItem) -> list[Version]:
    """Return the versions of an item, the oldest first."""
    kept = getattr(aq_base(item), ATTRIBUTE, None) or {}
    return [
        Version(number, row["state"], row["by"], row["at"], row["same_as"])
        for number, row in kept.items()
    ]


def texts_of(item: IMeetingItem, number: int) -> dict[str, str] | None:
    """Return the texts of a version as HTML that is not cleaned; None when unknown."""
    kept = getattr(aq_base(item), ATTRIBUTE, None) or {}
    row = kept.get(number)
    return None if row is None else dict(kept[row["same_as"]]["texts"])


def texts_now(item: IMeetingItem) -> dict[str, str]:
    """Return the texts of the item as they are; formatted ones as stored."""
    values = {name: getattr(item, name) for name in TEXTS[1:]}
    found = {
        name: "" if one is None else (one.raw or "") for name, one in values.items()
    }
    return {"title": item.title or "", **found}


def forget_versions(item: IMeetingItem) -> None:
    """Let a copy begin with no past."""
    if getattr(aq_base(item), ATTRIBUTE, None) is not None:
        delattr(item, ATTRIBUTE)


def _tree(item: IMeetingItem) -> IOBTree:
    if getattr(aq_base(item), ATTRIBUTE, None) is None:
        setattr(item, ATTRIBUTE, IOBTree())
    return getattr(item, ATTRIBUTE)
