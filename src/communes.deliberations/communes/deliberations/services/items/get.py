"""``GET @deliberations-items``: the items of an assembly, or one item."""

from communes.deliberations import api
from communes.deliberations.api.item import item_view
from communes.deliberations.api.listing import items_list
from communes.deliberations.services import listing
from plone.restapi.services import Service
from typing import Any


def item_json(item: Any, request: Any) -> dict[str, Any]:
    """Return an item: its fields the user may read, where it stands, its revision."""
    seen = item_view(item)
    return {
        "@id": item.absolute_url(),
        "UID": item.UID(),
        **listing.fields_of(item, seen.schema, request),
        "reference": seen.reference,
        "review_state": seen.state,
        "meeting": seen.meeting,
        "number": seen.number,
        "predecessor": seen.predecessor,
        "revision": api.item_revision(item),
    }


class ItemsGet(Service):
    """One page of an assembly's items."""

    def reply(self) -> dict[str, Any]:
        source = items_list(self.context)
        return listing.page_of(
            source, self.context, self.request, "deliberations-items"
        )


class ItemGet(Service):
    """One item."""

    def reply(self) -> dict[str, Any]:
        return item_json(self.context, self.request)
