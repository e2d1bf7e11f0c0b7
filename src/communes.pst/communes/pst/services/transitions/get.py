"""``GET <plan>/@pst-transitions/<uid>``: what may be done, and why not."""

from communes.core.errors.rest import step_json
from communes.pst.api.reading import state
from communes.pst.api.transition import transitions
from communes.pst.services.at import AtElement
from typing import Any


def transitions_json(plan: Any, obj: Any, request: Any) -> dict[str, Any]:
    """Return the state of an element and the steps out of it."""
    return {
        "@id": f"{plan.absolute_url()}/@pst-transitions/{obj.UID()}",
        "state": state(obj),
        "items": [step_json(one, request) for one in transitions(obj)],
    }


class TransitionsGet(AtElement):
    """Answers with the steps the user has the right to, blocked ones with reasons."""

    def reply(self) -> dict[str, Any]:
        return transitions_json(self.context, self.element, self.request)
