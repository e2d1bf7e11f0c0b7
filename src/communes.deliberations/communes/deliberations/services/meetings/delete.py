"""``DELETE <meeting>/@deliberations-meetings``: delete it, when its state allows."""

from communes.deliberations import api
from communes.deliberations.services import body
from communes.deliberations.services.writing import WritingService
from typing import Any


class MeetingDelete(WritingService):
    """Reads ``{"revision"}``; answers 204."""

    def write(self) -> Any:
        given = body.json_body(self.request, ("revision",))
        api.delete(self.context, body.revision(given))
        return self.reply_no_content()
