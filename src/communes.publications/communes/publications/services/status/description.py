"""The state of the portal, told to programs."""

from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE


_MOMENT = {"type": "string", "format": "date-time"}
_INSTITUTION = obj(
    {
        "institution": TEXT,
        "planned": WHOLE,
        "late": WHOLE,
        "overdue": WHOLE,
        "to_look_at": WHOLE,
    }
)

OPERATIONS = (
    Operation(
        "GET",
        "/@publications-status",
        ("plone.base.interfaces.siteroot.IPloneSiteRoot",),
        "What is planned, late or waits on the portal",
        {
            200: Given(
                "Institution by institution, by name.",
                obj(
                    {
                        "@id": URL,
                        "next_at": or_null(_MOMENT),
                        "latest_seconds": WHOLE,
                        "proofs_waiting": WHOLE,
                        "institutions": many(_INSTITUTION),
                    }
                ),
            )
        },
        refusals=(),
    ),
)
