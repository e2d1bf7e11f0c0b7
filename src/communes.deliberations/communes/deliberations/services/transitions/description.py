"""The steps of items and meetings, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.deliberations.services import schemas


SCHEMAS = {
    "Transitions": obj(
        {
            "@id": URL,
            "review_state": TEXT,
            "items": many(
                obj(
                    {
                        "id": TEXT,
                        "title": TEXT,
                        "target": TEXT,
                        "available": FLAG,
                        "backwards": FLAG,
                        "reasons": many(ref("Reason")),
                    }
                )
            ),
        }
    ),
    "Step": closed(
        obj(
            {"transition": TEXT},
            comment=TEXT,
            meeting={
                **or_null(TEXT),
                "description": "UID of the meeting an item is presented to; left "
                "out: the next one that takes it.",
            },
        )
    ),
}

OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_FILE}/@deliberations-transitions",
        schemas.FILE,
        "The steps this account has a right to, and why some are closed",
        {200: Given("The state and the steps out of it.", ref("Transitions"))},
    ),
    Operation(
        "POST",
        f"{schemas.IN_FILE}/@deliberations-transitions",
        schemas.FILE,
        "Take one step, with all it causes",
        {200: Given("The new state and the steps out of it.", ref("Transitions"))},
        body=ref("Step"),
        refusals=(400, 403, 404, 409, 422),
    ),
)
