"""``GET <meeting>/@deliberations-agenda``: the lines as the user may see them."""

from communes.core.errors.rest import reasons_json
from communes.deliberations import api
from communes.deliberations.services import serialise
from plone.restapi.services import Service
from typing import Any


class AgendaGet(Service):
    """Answers with lines, warnings and the revision to give back."""

    def reply(self) -> dict[str, Any]:
        found = api.agenda(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@deliberations-agenda",
            "items": [serialise.agenda_line(line) for line in found.lines],
            "items_total": len(found.lines),
            "warnings": reasons_json(found.warnings, self.request),
            "revision": found.revision,
        }
