"""``POST <item>/@deliberations-links``: link another item, both ways."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.link import add_link
from communes.deliberations.services.links.get import links_json
from typing import Any


class LinksPost(WritingService):
    """Reads ``{"item"}``, the UID of the other one."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("item",))
        add_link(self.context, body.value(given, "item", str))
        return links_json(self.context)
