"""``DELETE <item>/@deliberations-claims``: give the item back."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.claim import release
from communes.deliberations.services.claims.get import claim_json
from typing import Any


class ClaimsDelete(WritingService):
    """Reads ``{"revision"}``; twice changes nothing."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("revision",))
        release(self.context, body.revision(given))
        return claim_json(self.context)
