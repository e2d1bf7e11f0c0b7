"""``POST <assembly>/@deliberations-scans``: bring papers, place one, take one away."""

from base64 import b64decode
from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.scanning import bring_scans
from communes.deliberations.api.scanning import discard_scan
from communes.deliberations.api.scanning import place_scan
from communes.deliberations.domain.scanning.scan import ScanRefused
from communes.deliberations.services.scans.get import scans_json
from typing import Any


ACTS = ("bring", "place", "discard")


class ScansPost(WritingService):
    """Reads ``act``, and ``files`` or ``id`` and ``item``."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("act", "files", "id", "item"))
        act = body.value(given, "act", str)
        if act not in ACTS:
            raise body.UnknownKey(field="act", name=act, expected=", ".join(ACTS))
        if act == "bring":
            files = body.value(given, "files", list)
            bring_scans(self.context, [_file(one) for one in files])
            self.request.response.setStatus(202)
        elif act == "place":
            item = body.value(given, "item", str)
            place_scan(self.context, body.value(given, "id", str), item)
        else:
            discard_scan(self.context, body.value(given, "id", str))
        return scans_json(self.context)


def _file(given: Any) -> tuple[str, bytes]:
    row = given if isinstance(given, dict) else {}
    name, data = row.get("name"), row.get("data")
    if not isinstance(name, str) or not isinstance(data, str):
        problem = "un nom et des données en base64 sont attendus"
        raise ScanRefused(field="files", name=str(name or ""), problem=problem)
    try:
        return name, b64decode(data, validate=True)
    except ValueError as wrong:
        problem = "ses données ne sont pas en base64"
        raise ScanRefused(field="files", name=name, problem=problem) from wrong
