"""Pages, folders and alerts, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import created_once
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.web.domain.states import WebState
from communes.web.services import schemas


_KIND = one_of("Alert", "Folder", "Page")
_ROW = obj(
    {
        "@id": URL,
        "page": URL,
        "id": TEXT,
        "kind": TEXT,
        "title": TEXT,
        "description": TEXT,
        "state": TEXT,
    }
)
_ONE = "/@web-contents/{uid}"

SCHEMAS = {
    "WebContent": schemas.CONTENT,
    "WebContentRow": _ROW,
    "WebNewContent": closed(
        obj(
            {"kind": _KIND, "title": TEXT},
            parent={**TEXT, "description": "UID; left out: the root of the site."},
            name={**TEXT, "description": "Last step of its address."},
            **{name: one for name, one in schemas.VALUES.items() if name != "title"},
        )
    ),
    "WebContentChange": closed(
        obj(
            {},
            revision=schemas.REVISION,
            position={
                **WHOLE,
                "description": "Its place among its neighbours, from 0.",
            },
            **schemas.VALUES,
        )
    ),
}

OPERATIONS = (
    Operation(
        "GET",
        "/@web-contents",
        schemas.SITE,
        "Pages, folders and alerts, by title",
        {
            200: Given(
                "One page of what this account may see; nothing is woken.",
                obj({"@id": URL, "items": many(ref("WebContentRow")), **schemas.ROWS}),
            )
        },
        query=(
            Query("kind", "Only this type.", _KIND),
            Query("state", "Only in this state.", one_of(*WebState)),
            Query("category", "About this theme."),
            Query("audience", "For them."),
            Query("parent", "Right in the place of this UID."),
            Query("q", "Words it holds."),
            *schemas.PAGING,
        ),
        refusals=(400, 404),
    ),
    Operation(
        "POST",
        "/@web-contents",
        schemas.SITE,
        "Make a page, a folder or an alert, once per external id",
        created_once("WebContent"),
        "Nobody else sees it before it is published. Formatted text is HTML, cleaned.",
        body=ref("WebNewContent"),
        refusals=(400, 403, 404, 409),
    ),
    Operation(
        "GET",
        _ONE,
        schemas.SITE,
        "One content with its sections",
        {200: Given("It.", ref("WebContent"))},
    ),
    Operation(
        "PATCH",
        _ONE,
        schemas.SITE,
        "Change some values of a content",
        {200: Given("It.", ref("WebContent"))},
        "`sections` are sent whole: they replace those that are there.",
        body=ref("WebContentChange"),
        refusals=(400, 403, 404, 409),
    ),
    Operation(
        "DELETE",
        _ONE,
        schemas.SITE,
        "Delete a content and what it holds",
        {204: Given("It is gone.")},
        body=closed(obj({}, revision=schemas.REVISION)),
        refusals=(400, 403, 404, 409),
    ),
)
