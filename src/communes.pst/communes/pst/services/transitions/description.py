"""The steps of the elements of a plan, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.pst.services import schemas


_AT = f"{schemas.IN_PLAN}/@pst-transitions/{{uid}}"
_STEP = obj(
    {
        "id": TEXT,
        "title": TEXT,
        "target": TEXT,
        "available": FLAG,
        "reasons": many(obj({"code": TEXT, "message": TEXT})),
    }
)

SCHEMAS = {
    "PstTransitions": obj({"@id": URL, "state": TEXT, "items": many(_STEP)}),
}

OPERATIONS = (
    Operation(
        "GET",
        _AT,
        schemas.PLAN,
        "The steps of an element this account has a right to, and why some are closed",
        {200: Given("The state and the steps out of it.", ref("PstTransitions"))},
    ),
    Operation(
        "POST",
        _AT,
        schemas.PLAN,
        "Take one step of an element",
        {200: Given("The new state and the steps out of it.", ref("PstTransitions"))},
        body=closed(obj({"transition": TEXT}, comment=TEXT)),
        refusals=(400, 403, 404, 409, 422),
    ),
)
