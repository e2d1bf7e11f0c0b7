"""``GET <site>/@web-services``: a page of the services, or one by its UID."""

from communes.core.web import body
from communes.web.services.naming import Named
from communes.web.services.sheets.serialise import line_json
from communes.web.services.sheets.serialise import sheet_json
from communes.web.sheets import api as door
from communes.web.sheets import listing
from typing import Any


MOST = 500


class ServicesGet(Named):
    """Reads ``q``, ``life_event`` and ``audience``."""

    def reply(self) -> dict[str, Any]:
        if self.uid:
            return sheet_json(door.find_service(self.uid))
        given = {
            name: str(self.request.form.get(name, ""))
            for name in ("life_event", "audience", "q")
        }
        size = body.parameter(self.request, "size", 1, MOST, 50)
        page = body.parameter(self.request, "page", 1, 100_000, 1)
        found = listing.find(given["life_event"], given["audience"], given["q"])
        start = (page - 1) * size
        return {
            "@id": f"{self.context.absolute_url()}/@web-services",
            "items": [line_json(one) for one in found[start : start + size]],
            "items_total": len(found),
            "page": page,
            "pages": max(1, -(-len(found) // size)),
            "size": size,
        }
