"""``POST <assembly>/@deliberations-meetings``: create a meeting."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations import api
from communes.deliberations.services.meetings.fields import with_dates
from communes.deliberations.services.meetings.get import meeting_json
from typing import Any


class MeetingsPost(WritingService):
    """Reads the fields of the meeting; ``date`` as "2026-12-03T20:00", local time."""

    def write(self) -> dict[str, Any]:
        given = with_dates(body.json_body(self.request))
        meeting = api.create_meeting(self.context, given)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", meeting.absolute_url())
        return meeting_json(meeting, self.request)
