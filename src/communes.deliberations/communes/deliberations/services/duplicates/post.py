"""``POST <item>/@deliberations-duplicates``: write the item anew."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.duplicate import duplicate
from communes.deliberations.services.items.get import item_json
from typing import Any


class DuplicatesPost(WritingService):
    """Reads ``{"linked"}``, true by default; answers 201 with the new item."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("linked",))
        linked = body.value(given, "linked", bool, True)
        copy = duplicate(self.context, linked=linked)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", copy.absolute_url())
        return item_json(copy, self.request)
