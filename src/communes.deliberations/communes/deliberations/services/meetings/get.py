"""``GET @deliberations-meetings``: the meetings of an assembly, or one meeting."""

from communes.deliberations import api
from communes.deliberations.api.listing import meetings_list
from communes.deliberations.api.meeting import meeting_view
from communes.deliberations.services import listing
from plone.restapi.services import Service
from typing import Any


def meeting_json(meeting: Any, request: Any) -> dict[str, Any]:
    """Return a meeting: its fields, where it stands, its revision."""
    seen = meeting_view(meeting)
    return {
        "@id": meeting.absolute_url(),
        "UID": meeting.UID(),
        "title": meeting.title_or_id(),
        **listing.fields_of(meeting, seen.schema, request),
        "review_state": seen.state,
        "revision": api.meeting_revision(meeting),
    }


class MeetingsGet(Service):
    """One page of an assembly's meetings."""

    def reply(self) -> dict[str, Any]:
        source = meetings_list(self.context)
        return listing.page_of(
            source, self.context, self.request, "deliberations-meetings"
        )


class MeetingGet(Service):
    """One meeting."""

    def reply(self) -> dict[str, Any]:
        return meeting_json(self.context, self.request)
