"""What is to do after the decision of an item, kept on it as a part."""

from collections.abc import Sequence
from communes.core.access.permission import current_user
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.follow_up.task import FollowUp
from communes.deliberations.storage import part
from communes.deliberations.storage.plain import to_plain


NAME = "follow_up"


def follow_up_of(item: IMeetingItem) -> tuple[tuple[FollowUp, ...], int]:
    """Return what is to do and was done, and the revision."""
    data, revision = part.read(item, NAME, list)
    return tuple(FollowUp(**one) for one in data), revision


def save_follow_up(
    item: IMeetingItem,
    tasks: Sequence[FollowUp],
    change: str,
    revision: int | None = None,
) -> int:
    """Keep the list, and what lists show of it; return the new revision.

    :raises StaleRevision: somebody else changed it since ``revision``.
    """
    new = part.write(
        item,
        NAME,
        to_plain(tuple(tasks)),
        by=current_user(),
        change=change,
        revision=revision,
        what="Le suivi",
    )
    item.reindexObject(
        idxs=["deliberations_follow_up", "deliberations_follow_up_until"]
    )
    return new
