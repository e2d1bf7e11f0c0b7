"""The message of a provider of signatures, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import TEXT
from communes.core.signature.domain.callback import EVENTS


OPERATIONS = (
    Operation(
        "POST",
        "/@signature-callback",
        ("plone.base.interfaces.siteroot.IPloneSiteRoot",),
        "What a provider of signatures says: signed, refused, completed",
        {
            200: Given(
                "Where the request stands; `changed` is false for what was known.",
                obj({"state": TEXT, "changed": FLAG}),
            )
        },
        "Sealed by `X-Signature-Timestamp`, `X-Signature-Nonce` and "
        "`X-Signature-Seal`; no account is asked for.",
        body=closed(
            obj(
                {"event": TEXT, "kind": one_of(*EVENTS), "request": TEXT},
                signatory=TEXT,
                reason=TEXT,
            )
        ),
        refusals=(403, 404, 409),
    ),
)
