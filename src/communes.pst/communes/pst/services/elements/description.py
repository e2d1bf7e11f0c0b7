"""The elements of a plan, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import created_once
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.pst.domain.choices import Kind
from communes.pst.services import schemas


_TEXTS = ("title", "description", "budget_comments", "observation",
          "comments", "synergy", "publication", "public_title", "public_text",
          "priority", "carrier",
          "health", "health_details", "basis", "side", "target", "service", "user",
          "enquirer", "external_id")  # fmt: skip
_LISTS = ("categories", "plans", "institutions", "managers", "visible_for", "partners",
          "mandataries", "administratives")  # fmt: skip
_DAYS = ("planned_begin", "planned_end", "effective_begin", "effective_end", "due_on")
_FIGURES = ("weight", "fte")
_FREE = {"type": "object"}
_TABLES = {
    "budget": many(schemas.BUDGET_ROW),
    "indicators": many(_FREE),
    "risks": many(_FREE),
    "split": many(obj({"place": TEXT, "percent": schemas.FIGURE})),
    "depends_on": many(obj({"on": TEXT}, lag=WHOLE)),
    "override": or_null(_FREE),
}
_SENT = {
    **dict.fromkeys(_TEXTS, or_null(TEXT)),
    **dict.fromkeys(_LISTS, many(TEXT)),
    **dict.fromkeys(_DAYS, or_null(DAY)),
    **dict.fromkeys(_FIGURES, schemas.FIGURE),
    **_TABLES,
    "sdgs": many(WHOLE),
    "progress": schemas.PERCENT,
}
_KIND = one_of(*(one.value for one in Kind))
_ROW = {
    "@id": URL,
    "id": TEXT,
    "kind": _KIND,
    "title": TEXT,
    "number": WHOLE,
    "state": TEXT,
    "parent": TEXT,
    "updated_on": or_null(DAY),
    "figures": ref("PstFigures"),
}
_ONE = f"{schemas.IN_PLAN}/@pst-elements/{{uid}}"

SCHEMAS = {
    **schemas.SCHEMAS,
    "PstElement": obj(
        {
            **_ROW,
            "page": URL,
            "reference": TEXT,
            "revision": WHOLE,
            "position": WHOLE,
            "external_id": TEXT,
        },
        **{name: one for name, one in _SENT.items() if name not in _ROW},
        articles=many(_FREE),
        projections=many(_FREE),
    ),
    "PstNewElement": closed(
        obj(
            {"kind": _KIND},
            parent={**TEXT, "description": "UID of what it stands under; left out: "
                    "directly under the plan."},
            **_SENT,
        )
    ),
    "PstElementChange": closed(
        obj(
            {},
            revision=schemas.REVISION,
            parent={**TEXT, "description": "UID of what it is put under instead; "
                    "empty: directly under the plan. What it holds comes along."},
            **_SENT,
        )
    ),
}  # fmt: skip

OPERATIONS = (
    Operation(
        "GET",
        f"{schemas.IN_PLAN}/@pst-elements",
        schemas.PLAN,
        "The elements of a plan, by reference number",
        {
            200: Given(
                "One page of what this account may see.",
                obj(
                    {
                        "@id": URL,
                        "items": many(obj(_ROW)),
                        "items_total": WHOLE,
                        "page": WHOLE,
                        "pages": WHOLE,
                        "size": WHOLE,
                    }
                ),
            )
        },
        query=(
            Query("board", "One of the boards: `mine-carrier`, `deadline-has-passed`…"),
            *(
                Query(f"f.{name}", f"Keep these values of `{name}`.", many=True)
                for name in ("kind", "state", "health", "service", "priority",
                             "categories", "plans", "sdgs")
            ),
            *schemas.PAGING,
        ),
        refusals=(400, 403, 404),
    ),
    Operation(
        "POST",
        f"{schemas.IN_PLAN}/@pst-elements",
        schemas.PLAN,
        "Create an element, once per external id",
        created_once("PstElement"),
        "Formatted text is HTML, a choice its id. Sent again with the same "
        "`external_id`, nothing is made or changed.",
        body=ref("PstNewElement"),
        refusals=(400, 403, 404, 409, 422),
    ),
    Operation(
        "GET",
        _ONE,
        schemas.PLAN,
        "One element with its texts and tables, and what it comes to",
        {200: Given("The element.", ref("PstElement"))},
    ),
    Operation(
        "PATCH",
        _ONE,
        schemas.PLAN,
        "Change some fields and tables of an element",
        {200: Given("The element.", ref("PstElement"))},
        "A table is sent whole: its rows replace those that are there.",
        body=ref("PstElementChange"),
        refusals=(400, 403, 404, 409, 422),
    ),
    Operation(
        "DELETE",
        _ONE,
        schemas.PLAN,
        "Delete an element that holds nothing and that no link shows",
        {204: Given("It is gone; its number is never given again.")},
        body=schemas.READ,
        refusals=(400, 403, 404, 409, 422),
    ),
)  # fmt: skip
