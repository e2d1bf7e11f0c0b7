"""Items as objects and as what the rules need to know of them."""

from communes.core.access.catalog import object_by_uid
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.states import ItemState
from lxml.html import fromstring
from plone import api


PORTAL_TYPE = "communes.deliberations.MeetingItem"


def item_by_uid(uid: str) -> IMeetingItem | None:
    """Return the item of that UID whoever asks, or None when there is none."""
    found = object_by_uid(uid)
    return found if IMeetingItem.providedBy(found) else None


def state_of(item: IMeetingItem) -> ItemState:
    """Return where the item stands."""
    return ItemState(api.content.get_state(obj=item))


def html_of(value: object) -> str:
    """Return the formatted text of a field as cleaned HTML; empty when unset."""
    return "" if value is None else (value.output or "")


def plain_text(value: object) -> str:
    """Return the words of a formatted text, markup taken off."""
    html = "" if value is None else (value.raw or "")
    if not html.strip():
        return ""
    return " ".join(fromstring(f"<div>{html}</div>").text_content().split())
