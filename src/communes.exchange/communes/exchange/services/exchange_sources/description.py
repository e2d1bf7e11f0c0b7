"""The authentic sources, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.exchange.sources.domain.reading import Holding
from communes.exchange.sources.domain.reading import Level


SITE = ("plone.base.interfaces.siteroot.IPloneSiteRoot",)
_MOMENT = {"type": "string", "format": "date-time"}
_SOURCE = obj(
    {
        "name": TEXT,
        "title": TEXT,
        "level": one_of(*Level),
        "holds": one_of(*Holding),
        "valid_days": WHOLE,
        "kept": WHOLE,
        "stale": WHOLE,
    }
)
_READING = obj(
    {
        "source": TEXT,
        "key": TEXT,
        "value": {"type": "object"},
        "reference": TEXT,
        "read_at": _MOMENT,
        "valid_until": _MOMENT,
        "stale": FLAG,
    }
)

OPERATIONS = (
    Operation(
        "GET",
        "/@exchange-sources",
        SITE,
        "The authentic sources the commune has opened",
        {
            200: Given(
                "In the order of its file.", obj({"@id": URL, "items": many(_SOURCE)})
            )
        },
        refusals=(),
    ),
    Operation(
        "POST",
        "/@exchange-sources",
        SITE,
        "The value of a key, with its provenance, its date and whether it still holds",
        {
            200: Given("As it was last read.", _READING),
            202: Given(
                "It was never read: it is being asked for.",
                obj({"source": TEXT, "key": TEXT, "message": TEXT}),
            ),
        },
        "`purpose` is needed for people: each read is in the journal. A stale value is "
        "given, said to be stale, and asked for anew.",
        body=closed(obj({"source": TEXT, "key": TEXT}, purpose=TEXT)),
        refusals=(400, 404),
    ),
)
