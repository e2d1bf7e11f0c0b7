"""``DELETE <item>/@deliberations-items``: delete it, when its state allows."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations import api
from typing import Any


class ItemDelete(WritingService):
    """Reads ``{"revision"}``; answers 204."""

    def write(self) -> Any:
        given = body.json_body(self.request, ("revision",))
        api.delete(self.context, body.revision(given))
        return self.reply_no_content()
