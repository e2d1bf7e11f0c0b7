"""``POST <meeting>/@deliberations-minutes``: draw up, correct, move on, plan."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api import minutes as door
from communes.deliberations.services.minutes.shape import minutes_json
from typing import Any


ACTS = ("draw_up", "correct", "step", "plan_approval")
KEYS = ("act", "text", "item", "revision", "transition", "comment")


class MinutesPost(WritingService):
    """Reads ``act`` and what it needs; answers with the minutes as they are now."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, KEYS)
        act = body.value(given, "act", str)
        if act not in ACTS:
            raise body.UnknownKey(field="act", name=act, expected=", ".join(ACTS))
        minutes = door.draw_up(self.context)
        if act == "correct":
            door.correct(
                minutes,
                body.value(given, "text", str),
                body.value(given, "item", str, ""),
                body.revision(given),
            )
        elif act == "step":
            door.take_minutes_step(
                minutes,
                body.value(given, "transition", str),
                body.value(given, "comment", str, ""),
            )
        elif act == "plan_approval":
            door.plan_approval(minutes)
        return minutes_json(door.minutes_view(minutes), self.request)
