"""Scanned papers, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.domain.scanning.scan import ScanState
from communes.deliberations.services import schemas


_BASE64 = {**TEXT, "contentEncoding": "base64"}
SCHEMAS = {
    "Scan": obj(
        {
            "id": TEXT,
            "name": TEXT,
            "at": TEXT,
            "state": schemas.values(ScanState),
            "item": {**TEXT, "description": "UID of the item it lies at; or empty."},
            "cause": {**TEXT, "description": "Why it is left over; or empty."},
        }
    ),
    "Scans": obj({"@id": URL, "items": many(ref("Scan")), "items_total": WHOLE}),
    "ScanAct": closed(
        obj(
            {"act": {"type": "string", "enum": ["bring", "place", "discard"]}},
            files={
                **many(closed(obj({"name": TEXT, "data": _BASE64}))),
                "description": "To bring: PDF files, one paper each, 100 at most.",
            },
            id={**TEXT, "description": "To place or discard: of the paper."},
            item={**TEXT, "description": "To place: UID of the item."},
        )
    ),
}

_PATH = f"{schemas.IN_ASSEMBLY}/@deliberations-scans"
OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.ASSEMBLY,
        "The scanned papers this account sees, and where each is",
        {200: Given("The papers.", ref("Scans"))},
        refusals=(401, 403, 404),
    ),
    Operation(
        "POST",
        _PATH,
        schemas.ASSEMBLY,
        "Bring scanned papers, place one by hand, or take one off the list",
        {
            202: Given("The papers; the worker reads those brought.", ref("Scans")),
            200: Given("The papers.", ref("Scans")),
        },
        body=ref("ScanAct"),
        refusals=(400, 403, 404),
    ),
)
