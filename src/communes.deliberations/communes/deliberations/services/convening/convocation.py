"""``@deliberations-convocation`` of a meeting: its letters, sending, acknowledging."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api import convening as door
from datetime import datetime
from plone.restapi.services import Service
from typing import Any


def letters_json(meeting: Any) -> dict[str, Any]:
    """Return the letters of a meeting, as JSON."""
    found = door.convocation(meeting)
    return {
        "@id": f"{meeting.absolute_url()}/@deliberations-convocation",
        "items": [
            {
                "seat": one.seat,
                "name": one.name,
                "address": one.address,
                "posting": posting.value,
                "sent_at": _moment(one.sent_at),
                "acknowledged_at": _moment(one.acknowledged_at),
                "reason": one.reason,
            }
            for one, posting in found
        ],
        "items_total": len(found),
    }


class ConvocationGet(Service):
    """Answers who manages the meeting."""

    def reply(self) -> dict[str, Any]:
        return letters_json(self.context)


class ConvocationPost(WritingService):
    """Reads ``act``: "send" for the secretariat, "acknowledge" for a member."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("act",))
        act = body.value(given, "act", str)
        if act == "send":
            door.convene(self.context)
            return letters_json(self.context)
        if act == "acknowledge":
            return {"acknowledged": door.acknowledge(self.context)}
        raise body.UnknownKey(field="act", name=act, expected="send, acknowledge")


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
