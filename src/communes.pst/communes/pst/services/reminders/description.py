"""The letters of reminder of an account, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import URL
from communes.pst.domain.settings import Frequency
from communes.pst.services import schemas


_FREQUENCY = {"type": "string", "enum": [one.value for one in Frequency]}

SCHEMAS = {
    "PstReminders": obj({"@id": URL, "frequency": _FREQUENCY, "letters": FLAG}),
}

OPERATIONS = (
    Operation(
        "GET",
        "/@pst-reminders",
        schemas.SITE,
        "How often letters of reminder go, and whether this account gets them",
        {200: Given("It.", ref("PstReminders"))},
    ),
    Operation(
        "PATCH",
        "/@pst-reminders",
        schemas.SITE,
        "Get letters of reminder, or no more",
        {200: Given("It.", ref("PstReminders"))},
        body=closed(obj({"letters": FLAG})),
        refusals=(400,),
    ),
)
