"""``POST <plan>/@pst-transitions/<uid>``: take one step, with all it causes."""

from communes.core.web import body
from communes.pst.api.transition import do_transition
from communes.pst.services.at import WritingAtElement
from communes.pst.services.transitions.get import transitions_json
from typing import Any


class TransitionsPost(WritingAtElement):
    """Reads ``{"transition", "comment"}``."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("transition", "comment"))
        comment = body.value(given, "comment", str, "")
        obj = self.element
        do_transition(obj, body.value(given, "transition", str), comment)
        return transitions_json(self.context, obj, self.request)
