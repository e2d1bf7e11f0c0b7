"""``DELETE <item>/@deliberations-links``: take a link away, on both sides."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.link import remove_link
from communes.deliberations.services.links.get import links_json
from typing import Any


class LinksDelete(WritingService):
    """Reads ``{"item"}``, the UID of the other one."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("item",))
        remove_link(self.context, body.value(given, "item", str))
        return links_json(self.context)
