"""Versions of pages, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.web.services import schemas


_ONE = "/@web-versions/{uid}"
_VERSION = obj(
    {
        "revision": WHOLE,
        "by": TEXT,
        "until": schemas.MOMENT,
        "title": TEXT,
        "sections": many(schemas.SECTION),
    }
)

SCHEMAS = {"WebVersion": _VERSION}

OPERATIONS = (
    Operation(
        "GET",
        _ONE,
        schemas.SITE,
        "What a page was before its last twenty changes",
        {
            200: Given(
                "The last first.", obj({"@id": URL, "items": many(ref("WebVersion"))})
            )
        },
        refusals=(403, 404),
    ),
    Operation(
        "POST",
        _ONE,
        schemas.SITE,
        "Bring a page back to what it was",
        {200: Given("The page.", ref("WebContent"))},
        "Without `to`, to what it was before its last change; that can be undone too.",
        body=closed(obj({}, to=WHOLE, revision=schemas.REVISION)),
        refusals=(400, 403, 404, 409, 422),
    ),
)
