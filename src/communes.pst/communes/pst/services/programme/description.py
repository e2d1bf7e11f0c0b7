"""A whole plan, told to programs."""

from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.pst.services import schemas


_TEXTS = ("id", "kind", "parent", "reference", "title", "state")

SCHEMAS = {
    "PstProgramme": obj(
        {
            "@id": URL,
            "progress": schemas.PERCENT,
            "budget": many(schemas.BUDGET_ROW),
            "items": many(
                obj(
                    {
                        "@id": URL,
                        **dict.fromkeys(_TEXTS, TEXT),
                        "figures": ref("PstFigures"),
                    }
                )
            ),
            "items_total": WHOLE,
        }
    ),
}

OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_PLAN}/@pst-programme",
        schemas.PLAN,
        "The whole tree with its figures; totals count elements one may not see too",
        {200: Given("The tree.", ref("PstProgramme"))},
        refusals=(403, 404),
    ),
)
