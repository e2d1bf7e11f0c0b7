"""``PATCH <item>/@deliberations-items``: change some fields of an item."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations import api
from communes.deliberations.services.items.get import item_json
from typing import Any


class ItemPatch(WritingService):
    """Reads the fields to change, and the ``revision`` that was read."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        given.pop("revision", None)
        api.edit_item(self.context, given, read)
        return item_json(self.context, self.request)
