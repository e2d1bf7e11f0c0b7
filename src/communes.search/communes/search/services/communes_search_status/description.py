"""The state of the search, told to programs."""

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
from communes.search.extraction.domain.outcome import Ending
from communes.search.status.domain import Index
from communes.search.status.domain import Trouble


_NUMBER = {"type": "number"}


_LAG = obj({"p50": _NUMBER, "p95": _NUMBER, "samples": WHOLE})
_DRIFT = obj(
    {
        **dict.fromkeys(("missing", "stale", "orphaned", "wrong_rights"), WHOLE),
        **dict.fromkeys(("waiting", "checked", "repaired"), WHOLE),
        "checked_at": _NUMBER,
        "seconds": _NUMBER,
    }
)
_REINDEX = obj(
    {
        **dict.fromkeys(("total", "done", "sent", "failed"), WHOLE),
        "started": _NUMBER,
        "core": TEXT,
    }
)

SCHEMAS = {
    "SearchStatus": obj(
        {
            "@id": URL,
            "site": TEXT,
            "now": _NUMBER,
            "core": TEXT,
            "index": one_of(*(one.value for one in Index)),
            "schema": or_null(WHOLE),
            "schema_wanted": WHOLE,
            "documents": or_null(WHOLE),
            "catalogued": WHOLE,
            "breaker": one_of("closed", "open", "half_open"),
            "breaker_error": TEXT,
            "waiting": WHOLE,
            "oldest_wait": _NUMBER,
            "failing": WHOLE,
            "dead": many(obj({"key": TEXT, "reason": TEXT})),
            "pending_places": WHOLE,
            "lag": or_null(_LAG),
            "drift": or_null(_DRIFT),
            "reindexed_at": _NUMBER,
            "reindex": or_null(_REINDEX),
            "made_at": _NUMBER,
            "files": obj({}, **dict.fromkeys((each.value for each in Ending), WHOLE)),
            "files_waiting": WHOLE,
            "troubles": many(one_of(*(one.value for one in Trouble))),
        }
    )
}

OPERATIONS = (
    Operation(
        "GET",
        "/@communes-search-status",
        ("plone.base.interfaces.siteroot.IPloneSiteRoot",),
        "How the search of this site is doing; for who sets the site up",
        {200: Given("Times in seconds.", ref("SearchStatus"))},
    ),
)
