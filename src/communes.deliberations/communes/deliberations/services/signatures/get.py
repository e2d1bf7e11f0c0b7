"""``GET <item or minutes>/@deliberations-signatures``: the requests, latest first."""

from communes.deliberations.api import signing
from communes.deliberations.services.signatures.shape import request_json
from plone.restapi.services import Service
from typing import Any


def signatures_json(owner: Any) -> dict[str, Any]:
    """Return every request about minutes or an item."""
    return {
        "@id": f"{owner.absolute_url()}/@deliberations-signatures",
        "items": [request_json(one) for one in signing.signature_requests(owner)],
    }


class SignaturesGet(Service):
    """The requests about one thing."""

    def reply(self) -> dict[str, Any]:
        return signatures_json(self.context)
