"""Lets through what waits, turns it back, or takes a meeting off the portal."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.publications.api import managing
from communes.publications.services.reception.get import reception
from typing import Any


ACTS = ("accept", "turn_back", "step")
KEYS = ("act", "items", "reason", "step")


class ReceptionPost(WritingService):
    """Reads ``act`` and what goes with it; answers as ``GET``."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, KEYS)
        act = body.value(given, "act", str)
        if act not in ACTS:
            expected = ", ".join(ACTS)
            raise body.UnknownKey(field="act", name=act, expected=expected)
        reason = body.value(given, "reason", str, "")
        if act == "accept":
            items = body.texts(given, "items") if "items" in given else None
            managing.accept(self.context, items)
        elif act == "turn_back":
            managing.turn_back(self.context, reason)
        else:
            step = body.value(given, "step", str)
            managing.take_step(self.context, step, reason)
        return reception(self.context)
