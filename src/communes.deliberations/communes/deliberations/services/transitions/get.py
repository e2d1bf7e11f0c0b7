"""``GET <object>/@deliberations-transitions``: what may be done, and why not."""

from communes.deliberations import api
from communes.deliberations.services import serialise
from plone import api as plone_api
from plone.restapi.services import Service
from typing import Any


def transition_view(obj: Any, request: Any) -> dict[str, Any]:
    """Return the state of an object and the steps out of it."""
    return {
        "@id": f"{obj.absolute_url()}/@deliberations-transitions",
        "review_state": plone_api.content.get_state(obj),
        "items": [serialise.transition(one, request) for one in api.transitions(obj)],
    }


class TransitionsGet(Service):
    """Answers with the steps the user has the right to, blocked ones with reasons."""

    def reply(self) -> dict[str, Any]:
        return transition_view(self.context, self.request)
