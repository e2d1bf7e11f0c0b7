"""What was said of the completeness of an item, as the item keeps it."""

from communes.core.access.permission import current_user
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.preparation.completeness import Completeness
from communes.deliberations.storage import part
from dataclasses import dataclass
from datetime import datetime


PART = "completeness"


@dataclass(frozen=True)
class Said:
    """One judgement: by which account, when, and what was missing then."""

    value: Completeness
    missing: str
    by: str
    at: datetime


def completeness_of(item: IMeetingItem) -> tuple[tuple[Said, ...], int]:
    """Return what was said, the last first, and the revision to give back."""
    rows, revision = part.read(item, PART, tuple)
    return tuple(_said(row) for row in reversed(rows)), revision


def completeness_now(item: IMeetingItem) -> tuple[Completeness, str]:
    """Return what was said last and what was missing; nothing said is its own value."""
    said, _revision = completeness_of(item)
    return (
        (said[0].value, said[0].missing) if said else (Completeness.NOT_EVALUATED, "")
    )


def say(
    item: IMeetingItem,
    value: Completeness,
    missing: str,
    at: datetime,
    revision: int | None,
) -> int:
    """Keep one more judgement and return the new revision.

    :raises StaleRevision: somebody else said something meanwhile.
    """
    rows, _revision = part.read(item, PART, tuple)
    by = current_user()
    row = {"value": value.value, "missing": missing, "by": by, "at": at}
    return part.write(
        item,
        PART,
        (*rows, row),
        by=by,
        change="la complétude a été contrôlée",
        revision=revision,
        what=item.title,
    )


def _said(row: dict) -> Said:
    return Said(Completeness(row["value"]), row["missing"], row["by"], row["at"])
