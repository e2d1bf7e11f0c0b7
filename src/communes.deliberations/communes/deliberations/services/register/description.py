"""The registers of an assembly, told to programs."""

from communes.core.openapi.domain import DAY
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
from communes.deliberations.domain.register.entry import RegisterKind
from communes.deliberations.domain.register.verify import FaultKind
from communes.deliberations.services import schemas


_NOTE = obj({"kind": TEXT, "on": TEXT, "text": TEXT, "sha256": TEXT})
_ENTRY = obj(
    {
        "position": WHOLE, "kind": schemas.values(RegisterKind), "year": WHOLE,
        "number": WHOLE, "meeting": TEXT, "meeting_day": DAY, "item": TEXT,
        "title": TEXT, "reference": TEXT, "closed": FLAG, "entered_on": TEXT,
        "sha256": TEXT, "signed_sha256": TEXT, "approved_in": TEXT,
        "approved_on": or_null(DAY), "corrects": WHOLE, "previous": TEXT,
        "seal": TEXT, "readable": FLAG, "notes": many(_NOTE),
    }
)  # fmt: skip
_FAULT = obj({"position": WHOLE, "kind": schemas.values(FaultKind), "note": WHOLE,
              "message": TEXT})  # fmt: skip
_PAGE = obj({"@id": URL, "items": many(_ENTRY), "items_total": WHOLE, "page": WHOLE,
             "pages": WHOLE, "years": many(WHOLE)})  # fmt: skip
_VERIFIED = obj({"@id": URL, "kind": TEXT, "entries": WHOLE, "notes": WHOLE,
                 "last_seal": TEXT, "faults": many(_FAULT),
                 "holds": FLAG})  # fmt: skip

OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_ASSEMBLY}/@deliberations-register",
        schemas.ASSEMBLY,
        "A register: one page, a verification, or the file of one entry",
        {
            200: Given(
                "The page, latest entry first; with `verify` what verifying finds; "
                "with `position` the PDF/A.",
                {"oneOf": [_PAGE, _VERIFIED]},
                ("application/json", "application/pdf"),
            )
        },
        "An act this account may not read stands there with its number and its day.",
        query=(
            Query("kind", "`deliberations` by default.",
                  one_of(*(one.value for one in RegisterKind))),
            Query("year", "Of this year.", WHOLE),
            Query("number", "With this number.", WHOLE),
            Query("verify", "`1`: verify chain, numbers and files."),
            Query("position", "Give the file of this entry.", WHOLE),
            Query("sha256", "Another file of that entry: as signed, or of a note."),
            *schemas.PAGING[2:],
        ),
        refusals=(400, 403, 404),
    ),
)  # fmt: skip
