"""The meetings of an assembly, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.services import schemas
from communes.deliberations.services.meetings.fields import DAYS
from communes.deliberations.services.meetings.fields import FLAGS
from communes.deliberations.services.meetings.fields import MOMENTS
from communes.deliberations.services.meetings.fields import TEXTS


_RICH = ("observations", "closed_observations", "vote_observations")
_FIELDS = {
    **dict.fromkeys(MOMENTS, or_null(schemas.MOMENT)),
    **dict.fromkeys(DAYS, or_null(DAY)),
    **dict.fromkeys(TEXTS, TEXT),
    **dict.fromkeys(FLAGS, FLAG),
    **dict.fromkeys(("meeting_number", "first_item_number"), or_null(WHOLE)),
    "call": {"type": "integer", "minimum": 1, "maximum": 3},
}
_SENT = {**_FIELDS, **dict.fromkeys(_RICH, or_null(TEXT))}
del _SENT["date"]

SCHEMAS = {
    "Meeting": obj(
        {"@id": URL, "UID": TEXT, "title": TEXT, "review_state": TEXT,
         "revision": WHOLE},
        **_FIELDS,
        **dict.fromkeys(_RICH, schemas.RICH),
    ),
    "NewMeeting": closed(obj({"date": schemas.MOMENT}, **_SENT)),
    "MeetingChange": closed(
        obj({}, date=schemas.MOMENT, revision=schemas.REVISION, **_SENT)
    ),
}  # fmt: skip

OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_ASSEMBLY}/@deliberations-meetings",
        schemas.ASSEMBLY,
        "The meetings of an assembly, latest first",
        {
            200: schemas.page_of(
                dict.fromkeys(("title", "date", "state"), schemas.COLUMN)
            )
        },
        query=(*schemas.filters("state"), *schemas.PAGING),
        refusals=(400, 404),
    ),
    Operation(
        "POST",
        f"{schemas.IN_ASSEMBLY}/@deliberations-meetings",
        schemas.ASSEMBLY,
        "Plan a meeting",
        {
            201: Given(
                "The meeting.", ref("Meeting"), headers={"Location": "Its address."}
            )
        },
        "Dates and times are the local time of the commune.",
        body=ref("NewMeeting"),
        refusals=(400, 403, 404, 409),
    ),
    Operation(
        "GET",
        f"{schemas.IN_MEETING}/@deliberations-meetings",
        schemas.MEETING,
        "One meeting: the fields this account may read, and where it stands",
        {200: Given("The meeting.", ref("Meeting"))},
    ),
    Operation(
        "PATCH",
        f"{schemas.IN_MEETING}/@deliberations-meetings",
        schemas.MEETING,
        "Change some fields of a meeting",
        {200: Given("The meeting.", ref("Meeting"))},
        body=ref("MeetingChange"),
        refusals=(400, 403, 404, 409),
    ),
    Operation(
        "DELETE",
        f"{schemas.IN_MEETING}/@deliberations-meetings",
        schemas.MEETING,
        "Delete a meeting with an empty agenda, when its state allows",
        {204: Given("It is gone, and the journal says so.")},
        body=schemas.READ,
        refusals=(400, 403, 404, 409, 422),
    ),
)
