"""The committees before a meeting, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.services import schemas


_FIELDS = {
    "held_on": or_null(DAY),
    "hour": TEXT,
    "convoked_on": or_null(DAY),
    "place": TEXT,
    "present": many(TEXT),
    "agenda_items": many(TEXT),
    "notes": TEXT,
}
_PATH = f"{schemas.IN_MEETING}/@deliberations-committees"

SCHEMAS = {
    "Sitting": obj(
        {
            "committee": TEXT,
            "title": TEXT,
            "members": many(obj({"id": TEXT, "name": TEXT})),
            **_FIELDS,
        }
    ),
    "SittingChange": closed(
        obj({"committee": TEXT}, **_FIELDS, revision=schemas.REVISION)
    ),
}

_ANSWER = {
    200: Given(
        "Every committee of the assembly.",
        obj(
            {
                "@id": URL,
                "items": many(ref("Sitting")),
                "items_total": WHOLE,
                "revision": WHOLE,
            }
        ),
    )
}

OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.MEETING,
        "The committees, their sittings before the meeting, their items",
        _ANSWER,
        "`notes` are empty for who may not read what a closed session dealt with.",
    ),
    Operation(
        "PATCH",
        _PATH,
        schemas.MEETING,
        "Say when a committee sits, who is there, which items it looks at",
        _ANSWER,
        body=ref("SittingChange"),
        refusals=(400, 403, 404, 409, 422),
    ),
)
