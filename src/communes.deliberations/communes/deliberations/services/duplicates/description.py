"""Writing an item anew, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.deliberations.services import schemas


SCHEMAS = {"Duplicate": closed(obj({}, linked=FLAG))}

OPERATIONS = (
    Operation(
        "POST",
        f"{schemas.IN_ITEM}/@deliberations-duplicates",
        schemas.ITEM,
        "Write the item anew, linked with it unless told otherwise",
        {201: Given("The new item.", ref("Item"),
                    headers={"Location": "Its address."})},
        body=ref("Duplicate"),
        refusals=(400, 403, 404),
    ),
)  # fmt: skip
