"""``POST <meeting>/@deliberations-workspace``: note that all was read, keep a note."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api import workspace
from communes.deliberations.services.workspace.get import workspace_json
from typing import Any


ACTS = ("read", "note")
KEYS = ("act", "item", "note", "revision")


class WorkspacePost(WritingService):
    """Reads ``act``; a note takes ``item``, ``note`` and ``revision``."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, KEYS)
        act = body.value(given, "act", str)
        if act not in ACTS:
            raise body.UnknownKey(field="act", name=act, expected=", ".join(ACTS))
        if act == "read":
            workspace.mark_read(self.context)
            return workspace_json(self.context)
        item = body.value(given, "item", str)
        text = body.value(given, "note", str)
        workspace.write_note(self.context, item, text, body.revision(given))
        return workspace_json(self.context, item)
