"""The items an item is linked with, each knowing the other."""

from communes.core.access.permission import current_user
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.storage import part


PART = "links"


def links_of(item: IMeetingItem) -> tuple[tuple[str, ...], int]:
    """Return the UIDs of the linked items, and the revision to give back."""
    found, revision = part.read(item, PART, tuple)
    return tuple(found), revision


def link(item: IMeetingItem, other: IMeetingItem) -> None:
    """Make each of two items know the other; twice changes nothing."""
    for one, two in ((item, other), (other, item)):
        known, _revision = links_of(one)
        if two.UID() not in known:
            _write(one, (*known, two.UID()), f"lié à « {two.title} »")


def unlink(item: IMeetingItem, uid: str, other: IMeetingItem) -> None:
    """Make two items forget each other."""
    for one, gone in ((item, uid), (other, item.UID())):
        known, _revision = links_of(one)
        if gone in known:
            kept = tuple(uid for uid in known if uid != gone)
            _write(one, kept, "un lien a été retiré")


def _write(item: IMeetingItem, uids: tuple[str, ...], change: str) -> None:
    part.write(item, PART, uids, by=current_user(), change=change)
