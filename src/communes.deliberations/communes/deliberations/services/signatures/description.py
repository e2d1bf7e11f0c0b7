"""The signatures of minutes and items, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.signature.domain import Mark
from communes.core.signature.domain import SignatureState
from communes.deliberations.services import schemas
from communes.deliberations.services.signatures.post import ACTS


_SUBSTITUTE = obj({"by": TEXT, "reason": TEXT, "starts": DAY, "ends": or_null(DAY)})
_PLACE = obj(
    {
        "signatory": TEXT, "name": TEXT, "function": TEXT,
        "mark": schemas.values(Mark), "signed_by": TEXT, "signed_on": or_null(TEXT),
        "substitutes": many(_SUBSTITUTE),
    }
)  # fmt: skip
SCHEMAS = {
    "SignatureRequest": obj(
        {
            "id": TEXT, "kind": TEXT, "title": TEXT, "way": TEXT,
            "state": schemas.values(SignatureState), "asked_on": TEXT,
            "sha256": TEXT, "signed_sha256": TEXT,
            "refusal": or_null(obj({"who": TEXT, "reason": TEXT})),
            "places": many(_PLACE),
        }
    ),
}  # fmt: skip
_GIVEN = {
    200: Given(
        "The requests, the latest first.",
        obj({"@id": URL, "items": many(ref("SignatureRequest"))}),
    )
}
_BODY = closed(
    obj(
        {"act": one_of(*ACTS)},
        request=TEXT,
        signatory=TEXT,
        kind=one_of("deliberation", "extract"),
        way=TEXT,
        scan=TEXT,
        reason=TEXT,
        by=TEXT,
        starts=DAY,
        ends=DAY,
    )
)
_SAID = (
    "`ask` takes `kind` and `way`; `confirm` the `scan` (a PDF in base64, asked with "
    "the last signature); `refuse` a `reason`; `substitute` `by`, `reason`, `starts` "
    "and `ends`."
)


def _operations(path: str, places: tuple[str, ...], of: str) -> tuple[Operation, ...]:
    return (
        Operation("GET", path, places, f"The signatures of {of}", _GIVEN),
        Operation(
            "POST",
            path,
            places,
            f"Ask, give, confirm or refuse a signature of {of}",
            _GIVEN,
            _SAID,
            body=_BODY,
            refusals=(400, 403, 404, 409, 422),
        ),
    )


OPERATIONS = (
    *_operations(
        f"{schemas.IN_ITEM}/@deliberations-signatures",
        schemas.ITEM,
        "the documents of an item",
    ),
    *_operations(
        f"{schemas.IN_MEETING}/pv/@deliberations-signatures",
        ("communes.deliberations.content.minutes.IMinutes",),
        "the minutes of a meeting",
    ),
)
