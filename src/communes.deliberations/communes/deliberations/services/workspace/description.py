"""A member's own workspace in a meeting, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.domain.workspace.reading import Since
from communes.deliberations.services import schemas
from communes.deliberations.services.workspace.post import ACTS


_PATH = f"{schemas.IN_MEETING}/@deliberations-workspace"
_LINE = obj({"uid": TEXT, "number": TEXT, "was": TEXT, "title": TEXT,
             "since": schemas.values(Since), "noted": FLAG})  # fmt: skip
_ITEM = obj({"uid": TEXT, "note": TEXT, "revision": WHOLE,
             "changes": many(obj({"title": TEXT, "html": TEXT}))})  # fmt: skip
_GIVEN = {
    200: Given(
        "The agenda as this account finds it again.",
        obj(
            {"@id": URL, "read_on": TEXT, "items": many(_LINE), "item": or_null(_ITEM)}
        ),
    )
}

OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.MEETING,
        "What changed on an agenda since this account read it",
        _GIVEN,
        "For who holds a mandate in the assembly today.",
        query=(Query("item", "Also the changes of this item and the own note."),),
        refusals=(403, 404),
    ),
    Operation(
        "POST",
        _PATH,
        schemas.MEETING,
        "Note that all was read, or keep a private note",
        _GIVEN,
        "`note` takes `item` (its UID), `note` and `revision`; only its author ever "
        "reads it.",
        body=closed(
            obj({"act": one_of(*ACTS)}, item=TEXT, note=TEXT, revision=schemas.REVISION)
        ),
        refusals=(400, 403, 404, 409, 422),
    ),
)
