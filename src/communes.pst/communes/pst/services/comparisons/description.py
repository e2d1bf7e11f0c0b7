"""What changed between two days, told to programs."""

from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.pst.services import schemas


_CHANGED = obj({"id": TEXT, "field": TEXT, "before": {}, "after": {}, "computed": FLAG})

SCHEMAS = {
    "PstComparison": obj(
        {
            "@id": URL,
            "from": DAY,
            "to": or_null(DAY),
            "added": many(TEXT),
            "removed": many(TEXT),
            "moved": many(obj({"id": TEXT, "before": TEXT, "after": TEXT})),
            "changed": many(_CHANGED),
        }
    ),
}

OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_PLAN}/@pst-comparisons",
        schemas.PLAN,
        "What was added, taken away, moved and changed between two evenings",
        {200: Given("What differs, of what this account may see.",
                    ref("PstComparison"))},
        "What is gone is told to who keeps the plan.",
        query=(Query("from", "The first evening.", DAY),
               Query("to", "The second one; left out: now.", DAY)),
        refusals=(400, 403, 404),
    ),
)  # fmt: skip
