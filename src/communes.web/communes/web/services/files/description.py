"""Files of pages, told to programs."""

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


_ONE = "/@web-files/{uid}"
_ALL = obj({"@id": URL, "items": many(ref("WebFile"))})

SCHEMAS = {
    "WebFile": obj(
        {
            "@id": URL,
            "id": TEXT,
            "title": TEXT,
            "download": URL,
            "kind": TEXT,
            "size": WHOLE,
        }
    ),
}

OPERATIONS = (
    Operation(
        "GET",
        _ONE,
        schemas.SITE,
        "The files of a page",
        {200: Given("All of them, in its order.", _ALL)},
    ),
    Operation(
        "POST",
        _ONE,
        schemas.SITE,
        "Put a file into a page",
        {201: Given("All of its files.", _ALL)},
        "`data` is base64, 50 MB at most; programs are refused.",
        body=closed(obj({"filename": TEXT, "data": TEXT}, title=TEXT)),
        refusals=(400, 403, 404),
    ),
    Operation(
        "DELETE",
        _ONE,
        schemas.SITE,
        "Take a file away, by its own UID",
        {204: Given("It is gone.")},
        refusals=(403, 404),
    ),
)
