"""Link items with one another: each shows the other to who may see it."""

from communes.core.access.catalog import visible
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.dashboards.zcatalog import text_words
from communes.core.errors.domain import InvalidInput
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.errors import I18N_DOMAIN
from communes.deliberations.exceptions import UnknownItem
from communes.deliberations.permissions import VIEW_INTERNAL_NOTES
from communes.deliberations.storage.item import item_by_uid
from communes.deliberations.storage.item import PORTAL_TYPE
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.link import link
from communes.deliberations.storage.link import links_of
from communes.deliberations.storage.link import unlink
from dataclasses import dataclass
from datetime import datetime


#: How many items a search for one to link shows.
MOST_CANDIDATES = 10


class LinkedToItself(InvalidInput):
    """An item was to be linked with itself. Cure: choose another item."""

    code = "linked_to_itself"
    template = (
        "« ${item} » ne peut pas être lié à lui-même : choisissez un autre point."
    )
    i18n_domain = I18N_DOMAIN


@dataclass(frozen=True)
class LinkedItem:
    """An item linked with another, as the current user may see it."""

    uid: str
    title: str
    path: str
    assembly: str
    state: str
    modified: datetime


def links(item: IMeetingItem) -> list[LinkedItem]:
    """Return the linked items the user may see, last changed first; no object woken.

    :raises MayNot: the user may not see the item.
    """
    require("View", item)
    uids, _revision = links_of(item)
    if not uids:
        return []
    brains = visible(
        portal_type=PORTAL_TYPE,
        UID=list(uids),
        sort_on="modified",
        sort_order="descending",
    )
    return [_row(brain) for brain in brains]


def candidates(text: str) -> list[LinkedItem]:
    """Return the first items the user may see whose words begin like ``text``."""
    words = text_words(text)
    if not words:
        return []
    brains = visible(
        portal_type=PORTAL_TYPE,
        SearchableText=words,
        sort_on="modified",
        sort_order="descending",
        sort_limit=MOST_CANDIDATES,
    )
    return [_row(brain) for brain in brains[:MOST_CANDIDATES]]


def add_link(item: IMeetingItem, uid: str) -> None:
    """Link two items, of one assembly or of two; twice changes nothing.

    :raises MayNot: the user neither belongs to the item's service nor manages its
        meetings.
    :raises UnknownItem: there is no such item, or the user may not see it.
    :raises LinkedToItself: both are the same.
    """
    require(VIEW_INTERNAL_NOTES, item)
    if uid == item.UID():
        raise LinkedToItself(field="item", item=item.title)
    other = item_by_uid(uid) if uid else None
    if other is None or not may("View", other):
        raise UnknownItem(field="item", name=uid)
    if uid not in links_of(item)[0]:
        link(item, other)
        note_change("linked", item, other=uid)


def remove_link(item: IMeetingItem, uid: str) -> None:
    """Take a link away, on both sides.

    :raises MayNot: as to link.
    :raises UnknownItem: the items are not linked, or the user may not see the other.
    """
    require(VIEW_INTERNAL_NOTES, item)
    other = item_by_uid(uid) if uid in links_of(item)[0] else None
    if other is None or not may("View", other):
        raise UnknownItem(field="item", name=uid)
    unlink(item, uid, other)
    note_change("unlinked", item, other=uid)


def _row(brain: object) -> LinkedItem:
    return LinkedItem(
        uid=brain.UID,
        title=brain.Title,
        path=brain.getPath(),
        assembly=brain.deliberations_assembly,
        state=brain.review_state,
        modified=brain.modified.asdatetime(),
    )
