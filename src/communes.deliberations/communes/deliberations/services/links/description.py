"""The links of an item, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.deliberations.services import schemas


_LINKED = obj(
    {"@id": URL, "UID": TEXT, "title": TEXT, "assembly": TEXT, "review_state": TEXT}
)
SCHEMAS = {
    "Links": obj({"@id": URL, "items": many(_LINKED)}),
    "Link": closed(obj({"item": {**TEXT, "description": "UID of the other item."}})),
}

_PATH = f"{schemas.IN_ITEM}/@deliberations-links"
OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.ITEM,
        "The items linked with this one that this account may see",
        {200: Given("The linked items.", ref("Links"))},
    ),
    Operation(
        "POST",
        _PATH,
        schemas.ITEM,
        "Link another item, both ways",
        {200: Given("The linked items.", ref("Links"))},
        body=ref("Link"),
        refusals=(400, 403, 404),
    ),
    Operation(
        "DELETE",
        _PATH,
        schemas.ITEM,
        "Take a link away, on both sides",
        {200: Given("The linked items.", ref("Links"))},
        body=ref("Link"),
        refusals=(400, 403, 404),
    ),
)
