"""Who has taken an item over, told to programs."""

from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.services import schemas


SCHEMAS = {
    "Claim": obj(
        {
            "@id": URL,
            "holder": {**TEXT, "description": "The account; empty: nobody."},
            "name": TEXT,
            "mine": FLAG,
            "may_claim": FLAG,
            "may_release": FLAG,
            "revision": WHOLE,
        }
    ),
}

_PATH = f"{schemas.IN_ITEM}/@deliberations-claims"
OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.ITEM,
        "Who has taken the item over",
        {200: Given("Who has it.", ref("Claim"))},
    ),
    Operation(
        "POST",
        _PATH,
        schemas.ITEM,
        "Take the item over",
        {200: Given("Who has it now.", ref("Claim"))},
        body=schemas.READ,
        refusals=(400, 403, 404, 409),
    ),
    Operation(
        "DELETE",
        _PATH,
        schemas.ITEM,
        "Give the item back",
        {200: Given("Nobody has it now.", ref("Claim"))},
        body=schemas.READ,
        refusals=(400, 403, 404, 409),
    ),
)
