"""A year of an assembly, told to programs."""

from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.services import schemas


_COUNTS = ("meetings", "present", "excused", "absent", "replaced", "under_way",
           "agenda_items", "agenda_items_of", "withdrawals")  # fmt: skip
_PERCENT = {"type": "integer", "minimum": 0, "maximum": 100}

SCHEMAS = {
    "MemberYear": obj(
        {
            "seat": ref("Seat"),
            **dict.fromkeys(_COUNTS, WHOLE),
            "rate": _PERCENT,
            "voices": {"type": "object", "additionalProperties": WHOLE},
        }
    ),
}

OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_ASSEMBLY}/@deliberations-statistics",
        schemas.ASSEMBLY,
        "Attendance and public votes of the members over a year",
        {
            200: Given(
                "The year.",
                obj(
                    {
                        "@id": URL,
                        "year": WHOLE,
                        "meetings": WHOLE,
                        "items": many(ref("MemberYear")),
                        "items_total": WHOLE,
                        "groups": many(
                            obj({"name": TEXT, "votes": WHOLE, "cohesion": _PERCENT})
                        ),
                    }
                ),
            )
        },
        query=(Query("year", "This year by default.", WHOLE),),
        refusals=(400, 403, 404),
    ),
)
