"""The review of an item and the publication of a meeting, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import REASON
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.core.privacy.domain.detection import Kind
from communes.deliberations.domain.publicity.changes import ChangeKind
from communes.deliberations.domain.publicity.review import ReviewStanding
from communes.deliberations.services import schemas
from communes.deliberations.services.publicity.post import REVIEW_ACTS
from communes.deliberations.services.publicity.post import STAGES


_ITEM = f"{schemas.IN_ITEM}/@deliberations-review"
_MEETING = f"{schemas.IN_MEETING}/@deliberations-publicity"
_DOUBT = obj(
    {
        "key": TEXT, "text": TEXT, "kind": schemas.values(Kind), "words": TEXT,
        "before": TEXT, "after": TEXT, "places": WHOLE, "certain": FLAG,
        "left": FLAG, "maskable": FLAG,
    }
)  # fmt: skip
_ANNEX = obj({"id": TEXT, "title": TEXT, "filename": TEXT, "publishable": FLAG,
              "confidential": FLAG})  # fmt: skip
_REVIEW = {
    200: Given(
        "The review.",
        obj(
            {
                "@id": URL, "standing": schemas.values(ReviewStanding),
                "public": FLAG, "public_title": TEXT, "reviewed_by": TEXT,
                "reviewed_on": TEXT, "revision": WHOLE,
                "suggestions": many(_DOUBT), "annexes": many(_ANNEX),
            }
        ),
    )
}  # fmt: skip
_CHANGE = obj({"id": TEXT, "number": TEXT, "title": TEXT,
               "kind": schemas.values(ChangeKind), "fields": many(TEXT)})  # fmt: skip
_READ = obj({"uid": TEXT, "number": TEXT, "public": FLAG,
             "review": schemas.values(ReviewStanding)})  # fmt: skip
_PREVIEW = obj({"stage": one_of(*STAGES), "version": WHOLE, "changes": many(_CHANGE),
                "reasons": many(REASON), "items": many(_READ)})  # fmt: skip
_STATE = obj({"@id": URL, "projection": or_null({"type": "object"}),
              "sha256": TEXT, "preview": or_null(_PREVIEW)})  # fmt: skip

OPERATIONS = (
    Operation(
        "GET",
        _ITEM,
        schemas.ITEM,
        "The review of an item before it is published",
        _REVIEW,
        "For those who prepare the item.",
        refusals=(403, 404),
    ),
    Operation(
        "POST",
        _ITEM,
        schemas.ITEM,
        "Decide about a suggestion, finish the review, or withdraw what is published",
        _REVIEW,
        "`mask` and `leave` take `key`; `title` takes `public_title`; `annex` takes "
        "`annex` and `publishable`; `done` says that all was read; `withdraw` takes "
        "`reason`, which the public reads.",
        body=closed(
            obj(
                {"act": one_of(*REVIEW_ACTS)},
                key=TEXT,
                public_title=TEXT,
                annex=TEXT,
                publishable=FLAG,
                reason=TEXT,
                revision=schemas.REVISION,
            )
        ),
        refusals=(400, 403, 404, 409, 422),
    ),
    Operation(
        "GET",
        _MEETING,
        schemas.MEETING,
        "What is published of a meeting, and what a new version would change",
        {
            200: Given(
                "The version in force; with `sha256` the bytes of one of its files.",
                _STATE,
                ("application/json", "application/pdf", "image/png", "image/jpeg"),
            )
        },
        "`projection` is the body of the message `communes.deliberations.meeting.v1`. "
        "`preview` is told to who keeps the meeting.",
        query=(Query("sha256", "Give this file of the version in force."),),
        refusals=(403, 404),
    ),
    Operation(
        "POST",
        _MEETING,
        schemas.MEETING,
        "Publish the next version of a meeting",
        {200: Given("The new version.", _STATE)},
        "Refused (422) with the items that are not reviewed. `items` (UIDs) takes "
        "those only; the others stay as they were published.",
        body=closed(obj({"stage": one_of(*STAGES)}, items=many(TEXT))),
        refusals=(400, 403, 404, 409, 422),
    ),
)
