"""A PloneMeeting taken over, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.domain.plonemeeting.takeover import TakeoverState
from communes.deliberations.services import schemas


SCHEMAS = {
    "Takeover": obj(
        {
            "@id": URL,
            "id": TEXT,
            "origin": {**TEXT, "description": "The file, or the source."},
            "asked_by": TEXT,
            "asked_on": TEXT,
            "state": schemas.values(TakeoverState),
            "service": TEXT,
            "counts": {"type": "object", "description": "Objects by fate."},
            "refused": many(obj({"key": TEXT, "message": TEXT})),
            "problem": {**TEXT, "description": "Why it stopped; empty when it runs."},
            "done": WHOLE,
            "total": WHOLE,
        }
    ),
    "Takeovers": obj(
        {
            "@id": URL,
            "items": many(ref("Takeover")),
            "items_total": WHOLE,
            "sources": many(TEXT),
        }
    ),
    "TakeoverSource": closed(obj({"source": TEXT}, config=TEXT, service=TEXT)),
    "TakeoverAct": closed(obj({"act": {"type": "string", "enum": ["write"]}})),
}

_PATH = f"{schemas.IN_ASSEMBLY}/@deliberations-takeovers"
_ONE = f"{_PATH}/{{takeover}}"
OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.ASSEMBLY,
        "The exports of PloneMeeting that were brought, the latest first",
        {200: Given("The takings over.", ref("Takeovers"))},
        refusals=(401, 403, 404),
    ),
    Operation(
        "POST",
        _PATH,
        schemas.ASSEMBLY,
        "Bring an export, or have a source read; it is checked, nothing is written",
        {202: Given("The taking over, checked by the worker.", ref("Takeover"))},
        "A zip is sent as it is with `Content-Type: application/zip`; `service` and "
        "`name` then stand in the address.",
        body=ref("TakeoverSource"),
        refusals=(400, 403, 404),
    ),
    Operation(
        "GET",
        _ONE,
        schemas.ASSEMBLY,
        "How far one is, and what is refused of it",
        {200: Given("The taking over.", ref("Takeover"))},
        refusals=(401, 403, 404),
    ),
    Operation(
        "POST",
        _ONE,
        schemas.ASSEMBLY,
        "Write what was checked; what is here already stays as it is",
        {200: Given("The taking over, written by the worker.", ref("Takeover"))},
        body=ref("TakeoverAct"),
        refusals=(400, 403, 404, 422),
    ),
    Operation(
        "DELETE",
        _ONE,
        schemas.ASSEMBLY,
        "Forget an export; what was written of it stays",
        {204: Given("It is forgotten.")},
        refusals=(403, 404),
    ),
)
