"""What follows a decision, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.services import schemas
from communes.deliberations.services.follow_up.post import ACTS


_TASK = obj({"id": WHOLE, "text": TEXT, "service": TEXT, "until": or_null(DAY),
             "done_on": or_null(DAY), "done_by": TEXT, "report": TEXT})  # fmt: skip
_PATH = f"{schemas.IN_ITEM}/@deliberations-follow-up"
_GIVEN = {
    200: Given("The list.", obj({"@id": URL, "items": many(_TASK), "revision": WHOLE}))
}

OPERATIONS = (
    Operation("GET", _PATH, schemas.ITEM, "What is to do after the decision", _GIVEN),
    Operation(
        "POST",
        _PATH,
        schemas.ITEM,
        "Note one more thing to do, or that one is done",
        _GIVEN,
        "`add` takes `text`, `service` (the proposing one by default) and `until`; "
        "`done` takes `id` and `report`; `reopen` takes `id`.",
        body=closed(
            obj(
                {"act": one_of(*ACTS)},
                text=TEXT,
                service=TEXT,
                until=DAY,
                id=WHOLE,
                report=TEXT,
                revision=schemas.REVISION,
            )
        ),
        refusals=(400, 403, 404, 409, 422),
    ),
)
