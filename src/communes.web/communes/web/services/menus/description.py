"""Menus and alerts, told to programs."""

from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.web.domain.alert import LEVELS
from communes.web.services import schemas


_MENU = obj({"@id": URL, "items": many(ref("WebMenuLine"))})

SCHEMAS = {
    "WebMenuLine": obj(
        {"id": TEXT, "title": TEXT, "page": URL, "items": many(ref("WebMenuLine"))}
    ),
    "WebAlert": obj(
        {
            "id": TEXT,
            "level": one_of(*LEVELS),
            "title": TEXT,
            "text": TEXT,
            "link": or_null(TEXT),
            "place": {**URL, "description": "All it concerns stands below."},
            "starts": or_null(schemas.MOMENT),
            "ends": or_null(schemas.MOMENT),
        }
    ),
}

OPERATIONS = (
    Operation(
        "GET",
        "/@web-menus",
        schemas.SITE,
        "The menu of the site",
        {200: Given("What is published and this account may see.", _MENU)},
    ),
    Operation(
        "GET",
        "/@web-menus/{uid}",
        schemas.SITE,
        "The menu around a content: that of its sub-site",
        {200: Given("What is published and this account may see.", _MENU)},
    ),
    Operation(
        "GET",
        "/@web-alerts",
        schemas.SITE,
        "The messages that are said now",
        {200: Given("All of them.", obj({"@id": URL, "items": many(ref("WebAlert"))}))},
        "The same stands at `/alertes.json` and `/alertes.rss`, kept by proxies.",
    ),
)
