"""``POST <item>/@deliberations-claims``: take the item over."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.claim import claim
from communes.deliberations.services.claims.get import claim_json
from typing import Any


class ClaimsPost(WritingService):
    """Reads ``{"revision"}``; twice changes nothing."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("revision",))
        claim(self.context, body.revision(given))
        return claim_json(self.context)
