"""The import of a whole meeting, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.services import schemas


_HOUR = {"type": "string", "pattern": r"^\d\d:\d\d$"}
_SEATS = many(TEXT)

SCHEMAS = {
    "MeetingRecord": closed(
        obj(
            {
                "assembly": TEXT,
                "seats": many(
                    closed(
                        obj(
                            {"id": TEXT, "role": TEXT},
                            votes=FLAG,
                            name=TEXT,
                            gender=TEXT,
                            group=TEXT,
                        )
                    )
                ),
                "date": DAY,
                "attendance": obj(
                    {}, present=_SEATS, excused=_SEATS, absent=_SEATS, secretary=TEXT
                ),
                "items": many(
                    closed(
                        obj(
                            {"number": WHOLE, "title": TEXT, "decision": TEXT},
                            public=FLAG,
                            motivation=TEXT,
                            external_id=TEXT,
                            vote=or_null(obj({"kind": TEXT})),
                            expected=or_null({"type": "object"}),
                        )
                    )
                ),
            },
            source=TEXT,
            opened_at=_HOUR,
            closed_at=_HOUR,
            place=TEXT,
            chaired_by=TEXT,
            external_id=TEXT,
            urgent_items=or_null(obj({"titles": many(TEXT)})),
        )
    ),
    "ImportReport": obj(
        {
            "accepted": FLAG,
            "rows": many(
                obj({"row": TEXT, "field": TEXT, "code": TEXT, "message": TEXT})
            ),
            "preview": or_null(
                obj(
                    {
                        "assembly": TEXT,
                        "date": DAY,
                        "seats": WHOLE,
                        "present": WHOLE,
                        "urgent_items": WHOLE,
                        "items": many(
                            obj({"number": WHOLE, "title": TEXT,
                                 "result": or_null(TEXT)})
                        ),
                    }
                )
            ),
        }
    ),
}  # fmt: skip

OPERATIONS = (
    Operation(
        "POST",
        "/@deliberations-imports",
        schemas.SITE,
        "Check the record of a meeting, or bring it in",
        {
            200: Given("With `dry_run`: what would be written.", ref("ImportReport")),
            201: Given(
                "The meeting.",
                obj({"@id": URL, "UID": TEXT}),
                headers={"Location": "Its address."},
            ),
        },
        "All of it or nothing: one fault and nothing is written.",
        query=(
            Query("dry_run", "`1`: say what would happen and write nothing."),
            Query("service", "The service that brings the items."),
        ),
        body=ref("MeetingRecord"),
        refusals=(400, 403, 404, 409, 422),
    ),
)
