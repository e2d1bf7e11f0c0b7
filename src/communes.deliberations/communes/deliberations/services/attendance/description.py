"""The attendance of a meeting, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import WHOLE
from communes.deliberations.domain.attendance import Movement
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.services import schemas


_PASSAGE = {"seat": TEXT, "movement": schemas.values(Movement), "item": TEXT}
_GONE = closed(obj({"seat": TEXT, "item": TEXT, "remove": {"const": True}}))

SCHEMAS = {
    "RollCall": obj(
        {
            "seats": many(
                obj(
                    {
                        **schemas.SEAT,
                        "presence": or_null(schemas.values(Presence)),
                    }
                )
            ),
            "passages": many(obj(_PASSAGE)),
            "withdrawals": many(obj({"item": TEXT, "seat": TEXT})),
            "replacements": {"type": "object", "additionalProperties": TEXT},
            "in_office": WHOLE,
            "present": WHOLE,
            "revision": WHOLE,
        }
    ),
    "AttendanceChange": closed(
        obj(
            {},
            presences={
                "type": "object",
                "description": "By seat, how it stands at the opening.",
                "additionalProperties": schemas.values(Presence),
            },
            replacements={
                "type": "object",
                "description": "By seat, the name of who takes it that day.",
                "additionalProperties": TEXT,
            },
            passages=many({"oneOf": [closed(obj(_PASSAGE)), _GONE]}),
            withdrawals=many(
                {
                    "oneOf": [
                        closed(
                            obj({"seat": TEXT, "item": TEXT}, remove={"const": False})
                        ),
                        _GONE,
                    ]
                }
            ),
            revision=schemas.REVISION,
        )
    ),
}

OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_MEETING}/@deliberations-attendance",
        schemas.MEETING,
        "The roll call: seats by precedence and how each stands",
        {200: Given("The roll call.", ref("RollCall"))},
        refusals=(403, 404),
    ),
    Operation(
        "PATCH",
        f"{schemas.IN_MEETING}/@deliberations-attendance",
        schemas.MEETING,
        "Presences, passages and withdrawals; all of them or none",
        {200: Given("The roll call.", ref("RollCall"))},
        body=ref("AttendanceChange"),
        refusals=(400, 403, 404, 409, 422),
    ),
)
