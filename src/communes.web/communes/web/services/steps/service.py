"""``@web-transitions/<uid>``: the steps of a content, one taken, or planned."""

from communes.core.errors.rest import step_json
from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.api.contents import by_uid
from communes.web.api.contents import read_moment
from communes.web.api.transition import do_step
from communes.web.api.transition import plan
from communes.web.api.transition import state
from communes.web.api.transition import transitions
from communes.web.services.naming import Named
from communes.web.services.pages.serialise import content_json
from typing import Any


class StepsGet(Named):
    """The steps this account may take now, and why it may not take others."""

    def reply(self) -> dict[str, Any]:
        obj = by_uid(self.uid)
        return {
            "@id": f"{self.context.absolute_url()}/@web-transitions/{self.uid}",
            "state": state(obj),
            "items": [step_json(one, self.request) for one in transitions(obj)],
        }


class StepsPost(Named, WritingService):
    """Reads ``transition`` and ``comment``; or ``starts`` and ``ends`` to plan it."""

    def write(self) -> dict[str, Any]:
        known = ("transition", "comment", "starts", "ends")
        given = body.json_body(self.request, known)
        obj = by_uid(self.uid)
        if "starts" in given or "ends" in given:
            starts = read_moment("starts", given.get("starts"))
            plan(obj, starts, read_moment("ends", given.get("ends")))
        else:
            step = body.value(given, "transition", str)
            do_step(obj, step, body.value(given, "comment", str, ""))
        return content_json(obj)
