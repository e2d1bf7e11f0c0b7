"""``POST <template>/@deliberations-items``: an item that begins with its words."""

from Acquisition import aq_parent
from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.template import create_from_template
from communes.deliberations.services.items.get import item_json
from typing import Any


class TemplateItemPost(WritingService):
    """Reads fields of the item, which win over those of the template."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        item = create_from_template(aq_parent(self.context), self.context, given)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", item.absolute_url())
        return item_json(item, self.request)
