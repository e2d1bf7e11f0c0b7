"""The history of an element, told to programs."""

from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.pst.services import schemas


_FIELDS = or_null({"type": "object"})
_CHANGE = obj({"at": TEXT, "by": TEXT, "before": _FIELDS, "after": _FIELDS})

SCHEMAS = {
    "PstHistory": obj({"@id": URL, "items": many(_CHANGE), "items_total": WHOLE}),
}

OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_PLAN}/@pst-history/{{uid}}",
        schemas.PLAN,
        "Every change of an element, the newest first",
        {200: Given("The changes.", ref("PstHistory"))},
        "`before` is null for an element just made.",
    ),
)
