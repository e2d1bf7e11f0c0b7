"""The labels of an item, told to programs."""

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
from communes.deliberations.services import schemas


SCHEMAS = {
    "Labels": obj(
        {
            "@id": URL,
            "labels": many(TEXT),
            "known": many(obj({"id": TEXT, "title": TEXT, "kind": TEXT})),
            "own": {**many(TEXT), "description": "Nobody else ever reads them."},
            "may_common": FLAG,
            "revision": WHOLE,
        }
    ),
    "LabelsChange": closed(
        obj({}, labels=many(TEXT), own=many(TEXT), revision=schemas.REVISION)
    ),
}

_PATH = f"{schemas.IN_ITEM}/@deliberations-labels"
OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.ITEM,
        "The common labels of the item, and one's own",
        {200: Given("The labels.", ref("Labels"))},
    ),
    Operation(
        "PATCH",
        _PATH,
        schemas.ITEM,
        "Replace the common labels, or one's own",
        {200: Given("The labels.", ref("Labels"))},
        body=ref("LabelsChange"),
        refusals=(400, 403, 404, 409),
    ),
)
