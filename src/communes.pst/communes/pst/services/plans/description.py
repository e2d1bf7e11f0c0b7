"""The plans of a site, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.pst.services import schemas


_DAYS = ("starts", "ends", "aldermen_designated_on", "noted_on")
_FIELDS = {
    "title": TEXT,
    "institution": TEXT,
    "ins_code": TEXT,
    "fiscal_year": WHOLE,
    "budget_years": many(WHOLE),
    "use_reference_numbers": FLAG,
    "rolled_up_states": many(TEXT),
    **dict.fromkeys(_DAYS, or_null(DAY)),
    **dict.fromkeys(
        ("sources", "priorities", "categories", "sector_plans"), schemas.TERMS
    ),
}
_BESIDE_TITLE = {name: one for name, one in _FIELDS.items() if name != "title"}
_TEXTS = {"public_fields": many(TEXT), "public_levels": many(TEXT)}

SCHEMAS = {
    "PstPlan": obj(
        {
            "@id": URL,
            "id": TEXT,
            "name": TEXT,
            "state": TEXT,
            "revision": WHOLE,
            "last_number": WHOLE,
            "progress": schemas.PERCENT,
            "budget": schemas.FIGURE,
            **_FIELDS,
        }
    ),
    "PstNewPlan": closed(obj({"name": TEXT, "title": TEXT}, **_BESIDE_TITLE)),
    "PstPlanChange": closed(obj({}, revision=schemas.REVISION, **_FIELDS, **_TEXTS)),
}

OPERATIONS = (
    Operation(
        "GET",
        "/@pst-plans",
        schemas.SITE,
        "The plans this account takes part in",
        {
            200: Given(
                "They.",
                obj({"@id": URL, "items": many(ref("PstPlan")), "items_total": WHOLE}),
            )
        },
    ),
    Operation(
        "POST",
        "/@pst-plans",
        schemas.SITE,
        "Make a plan",
        {201: Given("It.", ref("PstPlan"), headers={"Location": "Its address."})},
        body=ref("PstNewPlan"),
        refusals=(400, 403, 409),
    ),
    Operation(
        "GET",
        f"{schemas.IN_PLAN}/@pst-plans",
        schemas.PLAN,
        "One plan: its fields and lists, and how far it is",
        {200: Given("It.", ref("PstPlan"))},
    ),
    Operation(
        "PATCH",
        f"{schemas.IN_PLAN}/@pst-plans",
        schemas.PLAN,
        "Change fields and lists of a plan",
        {200: Given("It.", ref("PstPlan"))},
        "A list is sent whole.",
        body=ref("PstPlanChange"),
        refusals=(400, 403, 404, 409),
    ),
)
