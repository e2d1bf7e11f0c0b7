"""The supervision of an act, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.domain.tutelle.act import TutelleKind
from communes.deliberations.domain.tutelle.follow import TutelleOutcome
from communes.deliberations.domain.tutelle.follow import TutelleStanding
from communes.deliberations.services import schemas
from communes.deliberations.services.tutelle.patch import DAYS


_OUTCOME = schemas.values(TutelleOutcome)
_PATH = f"{schemas.IN_ITEM}/@deliberations-tutelle"
_GIVEN = {
    200: Given(
        "The supervision as it stands today.",
        obj(
            {
                "@id": URL, "act": TEXT, "outcome": _OUTCOME, "reference": TEXT,
                "remarks": TEXT, **dict.fromkeys(DAYS, or_null(DAY)),
                "kind": or_null(schemas.values(TutelleKind)),
                "standing": or_null(schemas.values(TutelleStanding)),
                "effect": TEXT, "deadline": or_null(DAY), "calculation": many(TEXT),
                "revision": WHOLE,
            }
        ),
    )
}  # fmt: skip

OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.ITEM,
        "The supervision of the act, its last day and its calculation",
        _GIVEN,
    ),
    Operation(
        "PATCH",
        _PATH,
        schemas.ITEM,
        "Note the supervision: sent, received, extended, answered",
        _GIVEN,
        "`act` is an id of the table of supervised acts; empty: not supervised.",
        body=closed(
            obj(
                {},
                act=TEXT,
                outcome=_OUTCOME,
                reference=TEXT,
                remarks=TEXT,
                revision=schemas.REVISION,
                **dict.fromkeys(DAYS, or_null(DAY)),
            )
        ),
        refusals=(400, 403, 404, 409, 422),
    ),
)
