"""Local managers, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.web.services import schemas


_ONE = "/@web-keepers/{uid}"

SCHEMAS = {
    "WebKeepers": obj(
        {
            "@id": URL,
            "items": many(obj({"login": TEXT, "name": TEXT, "role": TEXT})),
            "roles": many(TEXT),
        }
    ),
}

OPERATIONS = (
    Operation(
        "GET",
        _ONE,
        schemas.SITE,
        "Who keeps a branch, and how",
        {200: Given("By name.", ref("WebKeepers"))},
        refusals=(403, 404),
    ),
    Operation(
        "POST",
        _ONE,
        schemas.SITE,
        "Let somebody keep a branch, or no longer",
        {200: Given("All who do.", ref("WebKeepers"))},
        "An empty `role` ends it.",
        body=closed(obj({"login": TEXT}, role=TEXT)),
        refusals=(400, 403, 404),
    ),
)
