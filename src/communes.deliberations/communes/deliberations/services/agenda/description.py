"""The agenda of a meeting, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.services import schemas


_LINE = ("uid", "number", "title", "privacy", "state", "list_type", "category",
         "service", "urgency", "poll_type", "treatment", "reference")  # fmt: skip

SCHEMAS = {
    "AgendaLine": {
        **obj({**dict.fromkeys(_LINE, TEXT), "visible": FLAG}, **{"@id": URL}),
        "description": "What this account may not see has a number, a neutral title, "
        "`visible` false and no address.",
    },
    "AgendaChange": {
        "oneOf": [
            closed(obj({"uid": TEXT}, before=or_null(TEXT), revision=schemas.REVISION)),
            closed(
                obj(
                    {"uid": TEXT, "move": one_of("up", "down", "attach", "detach")},
                    revision=schemas.REVISION,
                )
            ),
            closed(obj({"sort": {"const": True}}, revision=schemas.REVISION)),
        ]
    },
}

OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_MEETING}/@deliberations-agenda",
        schemas.MEETING,
        "The lines of an agenda, in order",
        {
            200: Given(
                "The agenda.",
                obj(
                    {
                        "@id": URL,
                        "items": many(ref("AgendaLine")),
                        "items_total": WHOLE,
                        "warnings": many(ref("Reason")),
                        "revision": WHOLE,
                    }
                ),
            )
        },
    ),
    Operation(
        "PATCH",
        f"{schemas.IN_MEETING}/@deliberations-agenda",
        schemas.MEETING,
        "Move one item, or put all in the order of the rules",
        {200: Given("The new revision of the agenda.", obj({"revision": WHOLE}))},
        "`before` is the item it comes before; null or left out: at the end.",
        body=ref("AgendaChange"),
        refusals=(400, 403, 404, 409, 422),
    ),
)
