"""``PATCH <meeting>/@deliberations-agenda``: move one item, or sort them all."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations import api
from typing import Any


class AgendaPatch(WritingService):
    """Reads ``{"uid", "before"}``, ``{"uid", "move"}`` or ``{"sort": true}``."""

    known = ("uid", "before", "move", "sort", "revision")

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, self.known)
        read = body.revision(given)
        if body.value(given, "sort", bool, False):
            return {"revision": api.sort_agenda(self.context, read)}
        uid = body.value(given, "uid", str)
        if "move" in given:
            move = body.value(given, "move", str)
            return {"revision": api.step_item(self.context, uid, move, read)}
        before = body.value(given, "before", str, None)
        return {"revision": api.move_item(self.context, uid, before, read)}
