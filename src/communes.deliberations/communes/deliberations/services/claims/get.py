"""``GET <item>/@deliberations-claims``: who has taken the item over."""

from communes.deliberations.api.claim import claim_view
from dataclasses import asdict
from plone.restapi.services import Service
from typing import Any


def claim_json(item: Any) -> dict[str, Any]:
    """Return who has the item, and what this account may do about it."""
    return {
        "@id": f"{item.absolute_url()}/@deliberations-claims",
        **asdict(claim_view(item)),
    }


class ClaimsGet(Service):
    """Answers whoever may see the item."""

    def reply(self) -> dict[str, Any]:
        return claim_json(self.context)
