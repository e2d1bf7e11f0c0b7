"""The messages that wait or were refused, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE


SITE = ("plone.base.interfaces.siteroot.IPloneSiteRoot",)
_WAY = one_of("out", "in")
_LETTER = obj(
    {
        "direction": _WAY,
        "peer": TEXT,
        "subject": TEXT,
        "number": WHOLE,
        "id": TEXT,
        "kind": TEXT,
        "state": one_of("waiting", "refused", "done", "dropped"),
        "since": {"type": "string", "format": "date-time"},
        "reason": TEXT,
    },
    message={"type": "object"},
)

OPERATIONS = (
    Operation(
        "GET",
        "/@exchange-letters",
        SITE,
        "The messages that wait or were refused; with `id`, one with its text",
        {
            200: Given(
                "A page of them, or the one that was asked for.",
                {
                    "oneOf": [
                        obj({"@id": URL, "items": many(_LETTER), "items_total": WHOLE}),
                        _LETTER,
                    ]
                },
            )
        },
        "The read of a message of a kind with personal data is journalled.",
        query=(
            Query("direction", "`out` by default.", _WAY),
            Query("state", "Only in this state.", one_of("", "waiting", "refused")),
            Query("peer", "Only of this peer."),
            Query("id", "The one of this id, with `peer`."),
            Query("b_start", "How many are passed over.", WHOLE),
            Query("b_size", "How many at most, 50 by default.", WHOLE),
        ),
        refusals=(400, 404),
    ),
    Operation(
        "POST",
        "/@exchange-letters",
        SITE,
        "Send or do a refused message again, correct it, give it up; replay one",
        {204: Given("Done; the worker brings it on.")},
        "`correct` needs `body`, `drop` a `reason`; `replay` sends one that had "
        "arrived once more. What a peer said is never corrected here.",
        body=closed(
            obj(
                {
                    "do": one_of("again", "correct", "drop", "replay"),
                    "peer": TEXT,
                    "id": TEXT,
                },
                direction=_WAY,
                body={"type": "object"},
                reason=TEXT,
            )
        ),
        refusals=(400, 404, 422),
    ),
)
