"""What was planned elsewhere and is taken over, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.pst.services import schemas


_NAMES = {"type": "object", "additionalProperties": TEXT}
_ACTION = obj(dict.fromkeys(("id", "reference", "title", "state"), TEXT))
_REASON = obj({"code": TEXT, "message": TEXT})

SCHEMAS = {
    "PstTakeovers": obj(
        {
            "@id": URL,
            "items": many(
                obj({"@id": URL, "plan": TEXT, "title": TEXT, "actions": many(_ACTION)})
            ),
            "items_total": WHOLE,
        }
    ),
    "PstTakeover": closed(
        obj(
            {},
            plan={**TEXT, "description": "The plan before; its actions carry over."},
            actions={**many(TEXT), "description": "Left out: all unfinished ones."},
            export={
                "type": "object",
                "description": "The project space of imio.project.pst, full objects.",
            },
            names=closed(obj({}, services=_NAMES, people=_NAMES)),
            dry_run={**FLAG, "default": True},
        )
    ),
    "PstTakeoverReport": obj(
        {
            "dry_run": FLAG,
            "written": FLAG,
            "counts": {"type": "object", "additionalProperties": WHOLE},
            "rows": many(
                obj({"number": WHOLE, "key": TEXT, "fate": TEXT}, reasons=many(_REASON))
            ),
        }
    ),
}

_PATH = f"{schemas.IN_PLAN}/@pst-takeovers"
OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.PLAN,
        "The plans one may carry over into this one, with their unfinished actions",
        {200: Given("The plans.", ref("PstTakeovers"))},
        refusals=(401, 403, 404),
    ),
    Operation(
        "POST",
        _PATH,
        schemas.PLAN,
        "Carry unfinished actions over, or bring an export of imio.project.pst in",
        {200: Given("The fate of each element.", ref("PstTakeoverReport"))},
        "All of it or nothing; done again, it adds only what is not here yet.",
        body=ref("PstTakeover"),
        refusals=(400, 403, 404, 422),
    ),
)
