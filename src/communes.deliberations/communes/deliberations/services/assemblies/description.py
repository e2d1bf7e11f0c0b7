"""The assemblies of a site, told to programs."""

from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.services import schemas


SCHEMAS = {
    "Assembly": obj(
        {
            "@id": URL,
            "id": TEXT,
            "title": TEXT,
            "settings": {
                "type": "object",
                "description": "The settings of `commune.toml`, by name.",
            },
        }
    ),
}


OPERATIONS = (
    Operation(
        "GET",
        "/@deliberations-assemblies",
        schemas.SITE,
        "The assemblies this account may see, with their settings",
        {
            200: Given(
                "All of them.",
                obj({"@id": URL, "items": many(ref("Assembly")), "items_total": WHOLE}),
            )
        },
        refusals=(),
    ),
)
