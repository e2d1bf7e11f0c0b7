"""``POST <item>/@deliberations-fixed-agendas``: take the agenda over."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.fixing import fill_with_agenda
from communes.deliberations.services.items.get import item_json
from typing import Any


class FixedAgendasPost(WritingService):
    """Reads ``{"revision"}``; the decision becomes the agenda as it is now."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("revision",))
        fill_with_agenda(self.context, body.revision(given))
        return item_json(self.context, self.request)
