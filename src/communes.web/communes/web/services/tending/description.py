"""What is to mend, shared, taken over and redirected, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import Schema
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.web.domain.links.corrections import Fault
from communes.web.domain.taking_over.takeover import RowFate
from communes.web.domain.taking_over.takeover import TakeoverState
from communes.web.services.schemas import PAGING
from communes.web.services.schemas import ROWS
from communes.web.services.schemas import SITE


_COUNTS: Schema = {"type": "object", "additionalProperties": WHOLE}
SCHEMAS = {
    "WebFinding": obj({"fault": one_of(*Fault), "detail": TEXT}),
    "WebCorrection": obj(
        {"@id": URL, "id": TEXT, "page": URL, "title": TEXT, "type": TEXT,
         "state": TEXT, "changed_on": TEXT, "findings": many(ref("WebFinding"))}
    ),
    "WebRedirect": obj(
        {"path": TEXT, "target": TEXT, "manual": FLAG, "made_on": TEXT}
    ),
    "WebShare": obj(
        {"@id": URL, "id": TEXT, "page": URL, "title": TEXT,
         "kind": one_of("event", "news", "entry"), "state": TEXT, "hidden": FLAG,
         "commune": TEXT, "origin": URL}
    ),
    "WebTakeover": obj(
        {"@id": URL, "id": TEXT, "base": URL, "place": TEXT,
         "state": one_of(*TakeoverState), "read": WHOLE, "done": WHOLE,
         "problem": TEXT, "asked_at": TEXT}
    ),
    "WebTakenRow": obj(
        {"path": TEXT, "title": TEXT, "kind": TEXT, "fate": one_of(*RowFate),
         "reasons": many(TEXT), "uid": TEXT}
    ),
}  # fmt: skip

_CORRECTIONS = "/@web-corrections"
_REDIRECTS = "/@web-redirects"
_SHARES = "/@web-shares"
_TAKEOVERS = "/@web-takeovers"
_ONE_TAKEOVER = f"{_TAKEOVERS}/{{id}}"
_REPORT = obj(
    {
        **SCHEMAS["WebTakeover"]["properties"],
        "rows": many(ref("WebTakenRow")),
        "counts": _COUNTS,
        **ROWS,
    }
)

OPERATIONS = (
    Operation(
        "GET", _CORRECTIONS, SITE, "What this account has to mend",
        {200: Given("One page, the last changed first.",
                    obj({"@id": URL, "items": many(ref("WebCorrection")),
                         "counts": _COUNTS, **ROWS}))},
        "Contents are looked over after each change and every night.",
        query=(
            Query("mine", "`0`: also what others wrote and this account may write."),
            Query("fault", "Only contents that have it.", one_of(*Fault)),
            *PAGING,
        ),
        refusals=(400, 403),
    ),
    Operation(
        "POST", f"{_CORRECTIONS}/{{uid}}", SITE, "Look a content over now",
        {200: Given("What is left to mend.",
                    obj({"@id": URL, "findings": many(ref("WebFinding"))}))},
        "`reviewed`: somebody read it, and it is still right.",
        body=closed(obj({}, reviewed=FLAG)), refusals=(400, 403, 404),
    ),
    Operation(
        "GET", _REDIRECTS, SITE, "Old addresses and where they lead",
        {200: Given("One page, by path.",
                    obj({"@id": URL, "items": many(ref("WebRedirect")), **ROWS}))},
        query=(Query("q", "A part of one of the addresses."), *PAGING),
        refusals=(400, 403),
    ),
    Operation(
        "POST", _REDIRECTS, SITE, "Have an old address lead to a page",
        {201: Given("It.", ref("WebRedirect"))},
        "The same twice changes nothing.",
        body=closed(obj({"path": TEXT, "target": TEXT})), refusals=(400, 403),
    ),
    Operation(
        "DELETE", _REDIRECTS, SITE, "Have an old address lead nowhere",
        {204: Given("It is gone.")}, body=closed(obj({"path": TEXT})),
        refusals=(400, 403),
    ),
    Operation(
        "GET", _SHARES, SITE, "What other communes share here",
        {200: Given("All of it that this account may see.",
                    obj({"@id": URL, "partners": many(TEXT),
                         "items": many(ref("WebShare")), "items_total": WHOLE}))},
        "`partners` get what is shared from here.", refusals=(403,),
    ),
    Operation(
        "POST", f"{_SHARES}/{{uid}}", SITE, "Show, hide, bring along, or share",
        {200: Given("Where it stands.",
                    obj({"@id": URL, "id": TEXT, "page": URL, "shared": FLAG}))},
        "`shown` and `agenda` (a UID) are for what came from elsewhere; `shared` for "
        "what is written here, or for a place and all it holds.",
        body=closed(obj({}, shown=FLAG, agenda=TEXT, shared=FLAG)),
        refusals=(400, 403, 404, 422),
    ),
    Operation(
        "GET", _TAKEOVERS, SITE, "The takings over of other sites",
        {200: Given("The last first.",
                    obj({"@id": URL, "items": many(ref("WebTakeover")),
                         "items_total": WHOLE}))},
        refusals=(403,),
    ),
    Operation(
        "POST", _TAKEOVERS, SITE, "Have another Plone site read",
        {202: Given("It is asked for; nothing is written.", ref("WebTakeover"),
                    headers={"Location": "Its address."})},
        "`base` is its address, `place` the UID of the folder that takes it in, "
        "`token` a JWT of somebody there.",
        body=closed(obj({"base": URL}, place=TEXT, token=TEXT)),
        refusals=(400, 403, 404, 409),
    ),
    Operation(
        "GET", _ONE_TAKEOVER, SITE, "What becomes of each content",
        {200: Given("One page of the report.", _REPORT)},
        query=(Query("fate", "Only lines that met it.", one_of(*RowFate)), *PAGING),
        refusals=(400, 403, 404),
    ),
    Operation(
        "POST", _ONE_TAKEOVER, SITE, "Have it written, or resumed",
        {200: Given("How far it is.", ref("WebTakeover"))},
        body=closed(obj({"step": one_of("write", "resume")})),
        refusals=(400, 403, 404, 422),
    ),
    Operation(
        "DELETE", _ONE_TAKEOVER, SITE, "Forget it; what it wrote stays",
        {204: Given("It is gone.")}, refusals=(403, 404),
    ),
)  # fmt: skip
