"""The minutes of a meeting, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import REASON
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.domain.minutes_life import MinutesState
from communes.deliberations.services import schemas
from communes.deliberations.services.minutes.post import ACTS


_CORRECTION = obj({"text": TEXT, "on": DAY, "item": TEXT, "number": TEXT,
                   "public": FLAG})  # fmt: skip
_STEP = obj({"id": TEXT, "title": TEXT, "target": TEXT, "available": FLAG,
             "reasons": many(REASON)})  # fmt: skip
SCHEMAS = {
    "Minutes": obj(
        {
            "@id": URL, "UID": TEXT, "title": TEXT,
            "review_state": schemas.values(MinutesState),
            "approved_on": or_null(DAY), "approval_item": or_null(URL),
            "corrections": many(_CORRECTION), "revision": WHOLE,
            "steps": many(_STEP),
        }
    ),
}  # fmt: skip
_GIVEN = {200: Given("The minutes.", ref("Minutes"))}

OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_MEETING}/@deliberations-minutes",
        schemas.MEETING,
        "Where the minutes of a meeting stand, and their corrections",
        _GIVEN,
    ),
    Operation(
        "POST",
        f"{schemas.IN_MEETING}/@deliberations-minutes",
        schemas.MEETING,
        "Draw minutes up, correct them, move them on, plan their approval",
        _GIVEN,
        "`act` says which; `correct` takes `text`, `item` and `revision`, `step` takes "
        "`transition` and `comment`.",
        body=closed(
            obj(
                {"act": one_of(*ACTS)},
                text=TEXT,
                item=TEXT,
                revision=schemas.REVISION,
                transition=TEXT,
                comment=TEXT,
            )
        ),
        refusals=(400, 403, 404, 409, 422),
    ),
)
