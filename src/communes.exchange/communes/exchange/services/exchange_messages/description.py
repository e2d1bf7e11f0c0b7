"""The catalogue of messages, told to programs."""

from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE


_KIND = obj(
    {
        "name": TEXT,
        "version": WHOLE,
        "title": TEXT,
        "description": TEXT,
        "personal": FLAG,
        "listened_to": FLAG,
        "schema": {"type": "object"},
        "example": {"type": "object"},
        "changes": many(obj({"day": DAY, "text": TEXT})),
    }
)

OPERATIONS = (
    Operation(
        "GET",
        "/@exchange-messages",
        ("plone.base.interfaces.siteroot.IPloneSiteRoot",),
        "Every kind of message: JSON Schema, example and changelog",
        {200: Given("By name.", obj({"@id": URL, "items": many(_KIND)}))},
        refusals=(),
    ),
)
