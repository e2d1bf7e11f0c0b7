"""The convocation by e-mail, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.domain.convening import Posting
from communes.deliberations.services import schemas


_PATH = f"{schemas.IN_MEETING}/@deliberations-convocation"

SCHEMAS = {
    "ConvocationLetter": obj(
        {
            "seat": TEXT,
            "name": TEXT,
            "address": TEXT,
            "posting": schemas.values(Posting),
            "sent_at": or_null(schemas.MOMENT),
            "acknowledged_at": or_null(schemas.MOMENT),
            "reason": TEXT,
        }
    ),
    "ConvocationAct": closed(obj({"act": one_of("send", "acknowledge")})),
}

_LETTERS = obj(
    {"@id": URL, "items": many(ref("ConvocationLetter")), "items_total": WHOLE}
)

OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.MEETING,
        "To whom the convocation went, when, and who has acknowledged it",
        {200: Given("The letters.", _LETTERS)},
        refusals=(401, 403, 404),
    ),
    Operation(
        "POST",
        _PATH,
        schemas.MEETING,
        "Send the convocation by e-mail, or acknowledge one's own",
        {
            200: Given(
                "The letters, or whether there was one to acknowledge.",
                {"oneOf": [_LETTERS, obj({"acknowledged": FLAG})]},
            )
        },
        "A letter leaves after the commit, once. One whose sending was cut off is "
        "`uncertain` and goes again only when it is asked for.",
        body=ref("ConvocationAct"),
        refusals=(400, 403, 404, 422),
    ),
)
