"""The completeness of an item, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.domain.preparation.completeness import Completeness
from communes.deliberations.services import schemas


_VALUE = schemas.values(Completeness)
SCHEMAS = {
    "Completeness": obj(
        {
            "@id": URL,
            "used": {**FLAG, "description": "Whether the assembly checks it."},
            "value": _VALUE,
            "missing": TEXT,
            "may_judge": FLAG,
            "may_ask_again": FLAG,
            "revision": WHOLE,
            "items": many(
                obj({"value": _VALUE, "missing": TEXT, "by": TEXT, "at": TEXT})
            ),
        }
    ),
    "CompletenessSaid": closed(
        obj({"value": _VALUE}, missing=TEXT, revision=schemas.REVISION)
    ),
}

_PATH = f"{schemas.IN_ITEM}/@deliberations-completeness"
OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.ITEM,
        "What was said of the completeness of the file, the last first",
        {200: Given("What was said.", ref("Completeness"))},
        refusals=(403, 404),
    ),
    Operation(
        "POST",
        _PATH,
        schemas.ITEM,
        "Say whether the file is complete, or ask for another look",
        {200: Given("What was said.", ref("Completeness"))},
        body=ref("CompletenessSaid"),
        refusals=(400, 403, 404, 409, 422),
    ),
)
