"""``POST <item>/@deliberations-advices``: ask an advice on the item."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.advice import advice
from communes.deliberations.api.advising import ask
from communes.deliberations.services.advices.get import advice_json
from typing import Any


class AdvicesPost(WritingService):
    """Reads ``{"adviser", "comment"}``: a row of the settings, or a service."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("adviser", "comment"))
        adviser = body.value(given, "adviser", str)
        made = ask(self.context, adviser, body.value(given, "comment", str, ""))
        self.request.response.setStatus(201)
        url = made.absolute_url()
        self.request.response.setHeader("Location", url)
        return advice_json(advice(made), url, self.request)
