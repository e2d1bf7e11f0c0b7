"""``POST <assembly>/@deliberations-takeovers``: bring an export, or name a source.

``POST …/@deliberations-takeovers/<id>`` with ``{"act": "write"}`` has it written.
"""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api import takeover as door
from communes.deliberations.services.takeovers.get import Named
from communes.deliberations.services.takeovers.get import takeover_json
from io import BytesIO
from typing import Any


ZIP = "application/zip"


class TakeoversPost(Named, WritingService):
    """Reads the zip itself (``Content-Type: application/zip``), or JSON."""

    def write(self) -> dict[str, Any]:
        if self.wanted:
            given = body.json_body(self.request, ("act",))
            act = body.value(given, "act", str)
            if act != "write":
                raise body.UnknownKey(field="act", name=act, expected="write")
            made = door.write_takeover(self.context, self.wanted)
        else:
            made = self._brought()
            self.request.response.setStatus(202)
        told = takeover_json(self.context, door.takeover(self.context, made.id))
        self.request.response.setHeader("Location", told["@id"])
        return told

    def _brought(self) -> door.Takeover:
        announced = self.request.getHeader("Content-Type", "").split(";")[0].strip()
        if announced.lower() == ZIP:
            query = self.request.form
            name = str(query.get("name") or "export.zip")
            data = BytesIO(self.request.get("BODY") or b"")
            return door.bring_export(
                self.context, data, name, str(query.get("service") or "")
            )
        given = body.json_body(self.request, ("source", "config", "service"))
        return door.bring_from(
            self.context,
            body.value(given, "source", str),
            body.value(given, "config", str, ""),
            body.value(given, "service", str, ""),
        )


class TakeoversDelete(Named, WritingService):
    """Forgets an export; what was written of it stays."""

    def write(self) -> None:
        door.forget_takeover(self.context, self.wanted)
        return self.reply_no_content()
