"""What the descriptions of the services share: places, parameters, shapes."""

from collections.abc import Mapping
from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import Schema
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import WHOLE


SITE = ("plone.base.interfaces.siteroot.IPloneSiteRoot",)
PLAN = ("communes.pst.content.plan.IPlan",)
IN_PLAN = "/pst/{plan}"

#: Euro or another figure, with a point, as text so that nothing of it is lost.
FIGURE: Schema = {"type": "string", "pattern": r"^-?\d{1,12}(\.\d+)?$"}
PERCENT: Schema = {"type": "integer", "minimum": 0, "maximum": 100}
REVISION: Schema = {
    "type": "integer",
    "minimum": 0,
    "description": "The revision that was read; another one in between is told (409). "
    "Left out: no check.",
}
READ = closed(obj({}, revision=REVISION))
TERMS = many(obj({"id": TEXT, "title": TEXT}))
BUDGET_ROW = obj({"source": TEXT, "year": WHOLE, "amount": FIGURE}, comment=TEXT)
PAGING = (
    Query("q", "Words to look for, each the beginning of a word."),
    Query("sort", "A sortable column; with a leading `-`, from last to first."),
    Query("page", "From 1.", {"type": "integer", "minimum": 1}),
    Query("size", "Rows of a page.", {"type": "integer", "minimum": 1, "maximum": 100}),
)
SCHEMAS: Mapping[str, Schema] = {
    "PstFigures": obj(
        {
            "progress": PERCENT,
            "origin": TEXT,
            "health": TEXT,
            "deadline": or_null(DAY),
            "days_late": WHOLE,
            "begins_late": FLAG,
            "budget": FIGURE,
        }
    ),
}
