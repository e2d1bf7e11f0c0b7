"""The versions of an item, told to programs."""

from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.services import schemas


_TEXT = obj(
    {
        "field": TEXT,
        "changed": FLAG,
        "html": {**TEXT, "description": "Safe markup with `ins` and `del`."},
    }
)
SCHEMAS = {
    "Versions": obj(
        {
            "@id": URL,
            "items": many(
                obj(
                    {
                        "number": WHOLE,
                        "review_state": TEXT,
                        "by": TEXT,
                        "at": TEXT,
                        "changed": FLAG,
                    }
                )
            ),
        },
        texts=many(_TEXT),
    ),
}

OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_ITEM}/@deliberations-versions",
        schemas.ITEM,
        "The versions of the texts, or what changed between two of them",
        {200: Given("The versions, the newest first.", ref("Versions"))},
        query=(
            Query("from", "Number of the earlier version: compare.", WHOLE),
            Query("to", "Number of the later one; 0 or left out: now.", WHOLE),
        ),
        refusals=(400, 403, 404),
    ),
)
