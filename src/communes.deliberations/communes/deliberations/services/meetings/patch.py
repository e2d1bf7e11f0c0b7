"""``PATCH <meeting>/@deliberations-meetings``: change some fields of a meeting."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations import api
from communes.deliberations.services.meetings.fields import with_dates
from communes.deliberations.services.meetings.get import meeting_json
from typing import Any


class MeetingPatch(WritingService):
    """Reads the fields to change, and the ``revision`` that was read."""

    def write(self) -> dict[str, Any]:
        given = with_dates(body.json_body(self.request))
        read = body.revision(given)
        given.pop("revision", None)
        api.edit_meeting(self.context, given, read)
        return meeting_json(self.context, self.request)
