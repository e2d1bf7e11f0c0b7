"""``PATCH <item>/@deliberations-items``: change some fields of an item."""

from communes.deliberations import api
from communes.deliberations.services import body
from communes.deliberations.services.items.get import item_json
from communes.deliberations.services.writing import WritingService
from typing import Any


class ItemPatch(WritingService):
    """Reads the fields to change, and the ``revision`` that was read."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        given.pop("revision", None)
        api.edit_item(self.context, given, read)
        return item_json(self.context, self.request)
