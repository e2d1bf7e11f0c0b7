"""The legal clock of a meeting, told to programs."""

from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.domain.legal_clock.clock import Term
from communes.deliberations.domain.legal_clock.clock import TermStanding
from communes.deliberations.services import schemas


SCHEMAS = {
    "LegalTerm": obj(
        {
            "term": schemas.values(Term),
            "title": TEXT,
            "latest_on": DAY,
            "days_left": {"type": "integer", "description": "Negative once over."},
            "standing": schemas.values(TermStanding),
            "alarm": FLAG,
            "done_on": or_null(DAY),
            "rule": obj({"article": TEXT, "source": TEXT, "verified_on": or_null(DAY)}),
            "clear_days": WHOLE,
            "counted": many(DAY),
            "excluded": many(DAY),
            "steps": many(TEXT),
        }
    ),
}

OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_MEETING}/@deliberations-legal-clock",
        schemas.MEETING,
        "The terms the law sets around a meeting, each with its calculation",
        {
            200: Given(
                "The terms, the first one first.",
                obj(
                    {"@id": URL, "items": many(ref("LegalTerm")), "items_total": WHOLE}
                ),
            )
        },
    ),
)
