"""Fixing the agenda of another assembly, told to programs."""

from communes.core.openapi.domain import Given
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.deliberations.services import schemas


SCHEMAS = {}

OPERATIONS = (
    Operation(
        "POST",
        f"{schemas.IN_ITEM}/@deliberations-fixed-agendas",
        schemas.ITEM,
        "Write the agenda of the meeting named in `fixes_agenda_of` as the decision",
        {200: Given("The item.", ref("Item"))},
        "Closed items are counted, never named.",
        body=schemas.READ,
        refusals=(400, 403, 404, 409, 422),
    ),
)
