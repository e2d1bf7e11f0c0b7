"""``GET @web-contents``: pages, folders and alerts, or one by its UID."""

from communes.core.web import body
from communes.web.api.contents import by_uid
from communes.web.api.telling import listed
from communes.web.services.naming import Named
from communes.web.services.pages.serialise import content_json
from communes.web.services.pages.serialise import content_url
from typing import Any


MOST = 500
_ASKED = ("kind", "state", "category", "audience", "parent", "q")


class ContentsGet(Named):
    """One page of the list, by title, without waking one; or one, whole."""

    def reply(self) -> dict[str, Any]:
        if self.uid:
            return content_json(by_uid(self.uid))
        form = self.request.form
        asked = {name: str(form.get(name, "")) for name in _ASKED}
        found = listed(asked)
        size = body.parameter(self.request, "size", 1, MOST, 50)
        page = body.parameter(self.request, "page", 1, 100_000, 1)
        shown = found[(page - 1) * size : page * size]
        return {
            "@id": f"{self.context.absolute_url()}/@web-contents",
            "items": [{"@id": content_url(one["id"]), **one} for one in shown],
            "items_total": len(found),
            "page": page,
            "pages": max(1, -(-len(found) // size)),
            "size": size,
        }
