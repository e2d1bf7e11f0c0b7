"""``POST <assembly>/@deliberations-items``: create an item, once per external id."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations import api
from communes.deliberations.api.finding import seen
from communes.deliberations.services.items.get import item_json
from typing import Any


class ItemsPost(WritingService):
    """Reads the fields of the item; formatted text as HTML.

    A second demand with the same ``external_id`` changes nothing and answers 200
    with the item that exists, so that a sender may repeat what got no answer.
    """

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        external_id = body.value(given, "external_id", str, "")
        known = external_id and api.find_by_external_id(self.context, external_id)
        item = seen(known) if known else None
        if item is None:
            # Also for an item that exists and may not be seen: the door refuses.
            item = api.create_item(self.context, given)
            self.request.response.setStatus(201)
            self.request.response.setHeader("Location", item.absolute_url())
        return item_json(item, self.request)
