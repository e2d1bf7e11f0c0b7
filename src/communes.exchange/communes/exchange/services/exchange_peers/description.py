"""The peers of a site, told to programs."""

from communes.core.jobs.leases import JobState
from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE


SITE = ("plone.base.interfaces.siteroot.IPloneSiteRoot",)
_MOMENT = or_null({"type": "string", "format": "date-time"})
_PEER = obj(
    {
        "name": TEXT,
        "title": TEXT,
        "connector": TEXT,
        "address": TEXT,
        "sends": many(TEXT),
        "receives": many(TEXT),
        "keys": many(obj({"id": TEXT, "ends": or_null(DAY)})),
        "needs_key": FLAG,
        "answered": _MOMENT,
        "silent_since": _MOMENT,
        "problem": TEXT,
        "sending": or_null(
            obj({"state": one_of(*JobState), "done": WHOLE, "total": WHOLE})
        ),
    }
)

OPERATIONS = (
    Operation(
        "GET",
        "/@exchange-peers",
        SITE,
        "The peers of the site and how they are; never a secret",
        {200: Given("By name.", obj({"@id": URL, "items": many(_PEER)}))},
        refusals=(),
    ),
    Operation(
        "POST",
        "/@exchange-peers",
        SITE,
        "Ask whether a peer answers now, make a key of the pair, or say all again",
        {
            200: Given(
                "What stands in the way, empty if nothing; or the key, this once.",
                {
                    "oneOf": [
                        obj({"problem": TEXT}),
                        obj({"id": TEXT, "secret": TEXT}),
                    ]
                },
            ),
            202: Given(
                "The worker says to the peer how all stands that it may hear of.",
                obj({"status": one_of("asked")}),
            ),
        },
        body=closed(obj({"do": one_of("check", "new_key", "send_all"), "peer": TEXT})),
        refusals=(400, 404, 422),
    ),
)
