"""``POST <object>/@deliberations-transitions``: take one step, with all it causes."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations import api
from communes.deliberations.api.finding import seen
from communes.deliberations.exceptions import UnknownMeeting
from communes.deliberations.services.transitions.get import transition_view
from typing import Any


class TransitionsPost(WritingService):
    """Reads ``{"transition", "comment", "meeting"}``; ``meeting`` is a UID."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("transition", "comment", "meeting"))
        comment = body.value(given, "comment", str, "")
        options = {}
        meeting = body.value(given, "meeting", str, None)
        if meeting is not None:
            found = seen(meeting)
            if found is None:
                raise UnknownMeeting(field="meeting", name=meeting)
            options["meeting"] = found
        step = body.value(given, "transition", str)
        api.do_transition(self.context, step, comment, **options)
        return transition_view(self.context, self.request)
