"""Who asked for an item, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.domain.initiative.rules import InitiativeKind
from communes.deliberations.services import schemas


_KIND = schemas.values(InitiativeKind)
_PATH = f"{schemas.IN_ITEM}/@deliberations-initiative"

SCHEMAS = {
    "Initiative": obj(
        {
            "@id": URL,
            "kind": _KIND,
            "authors": many(TEXT),
            "names": many(TEXT),
            "received_on": or_null(DAY),
            "question": TEXT,
            "answer": TEXT,
            "late": or_null(obj({"clear_days": WHOLE, "asked": WHOLE})),
            "revision": WHOLE,
        }
    ),
    "InitiativeChange": closed(
        obj(
            {},
            kind=_KIND,
            authors=many(TEXT),
            received_on=or_null(DAY),
            question=TEXT,
            answer=TEXT,
            revision=schemas.REVISION,
        )
    ),
}

_ANSWER = {200: Given("Who asked for the item.", ref("Initiative"))}

OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.ITEM,
        "Who asked for an item: a councillor, by an oral question, or a citizen",
        _ANSWER,
    ),
    Operation(
        "PATCH",
        _PATH,
        schemas.ITEM,
        "Say who asked for an item, when, what, and the answer",
        _ANSWER,
        "`authors` are ids of seats; for an interpellation the name of the citizen.",
        body=ref("InitiativeChange"),
        refusals=(400, 403, 404, 409),
    ),
)
