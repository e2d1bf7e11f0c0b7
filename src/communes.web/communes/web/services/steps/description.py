"""Steps of contents, told to programs."""

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
from communes.web.domain.states import WebState
from communes.web.domain.states import WebTransition
from communes.web.services import schemas


_ONE = "/@web-transitions/{uid}"
_STEP = one_of(*(one for one in WebTransition if one is not WebTransition.PLAN))

SCHEMAS = {
    "WebTransition": obj(
        {
            "id": _STEP,
            "title": TEXT,
            "target": one_of(*WebState),
            "available": FLAG,
            "reasons": many(ref("Reason")),
        }
    ),
}

OPERATIONS = (
    Operation(
        "GET",
        _ONE,
        schemas.SITE,
        "The steps this account may take, and why not others",
        {
            200: Given(
                "The steps out of its state.",
                obj(
                    {"@id": URL, "state": TEXT, "items": many(ref("WebTransition"))},
                ),
            )
        },
        "For any content of the website: events, entries and news too.",
    ),
    Operation(
        "POST",
        _ONE,
        schemas.SITE,
        "Take a step, or plan the publication",
        {200: Given("The content.", ref("WebContent"))},
        "With `starts` or `ends` it is planned: published then, archived at the end.",
        body=closed(
            obj(
                {},
                transition=_STEP,
                comment=TEXT,
                starts=or_null(schemas.MOMENT),
                ends=or_null(schemas.MOMENT),
            )
        ),
        refusals=(400, 403, 404, 422),
    ),
)
