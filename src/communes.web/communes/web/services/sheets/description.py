"""The services of the commune, told to programs."""

from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.web.domain.life_events import LifeEvent
from communes.web.domain.states import WebState
from communes.web.services.schemas import PAGING
from communes.web.services.schemas import ROWS
from communes.web.services.schemas import SITE
from communes.web.services.schemas import writing


_NAMED = many(obj({"id": TEXT, "title": TEXT}, description=TEXT))
_COST = obj({"id": TEXT, "amount": TEXT}, condition=TEXT, validity=TEXT)
_CHANNEL = obj({"id": TEXT, "kind": TEXT}, url=TEXT, contact=TEXT)
_TEXTS = ("description", "introduction", "for_whom", "who_may_ask", "delay_note",
          "form", "form_url", "button", "why_suspended")  # fmt: skip
_VALUES = {
    **dict.fromkeys(_TEXTS, TEXT),
    "authority": {**TEXT, "description": "UID of the entry that answers."},
    "conditions": _NAMED,
    "steps": many(TEXT),
    "pieces": _NAMED,
    "results": _NAMED,
    "costs": many(_COST),
    "delay": or_null({**WHOLE, "description": "Days."}),
    "rules": _NAMED,
    "channels": many(_CHANNEL),
    "questions": many(many(TEXT)),
    "related": many(TEXT),
    "life_events": many(one_of(*LifeEvent)),
    "audiences": many(TEXT),
}
_ROW = {
    "@id": URL,
    "id": TEXT,
    "title": TEXT,
    "description": TEXT,
    "page": URL,
    "state": one_of(*WebState),
    "life_events": many(one_of(*LifeEvent)),
    "audiences": many(TEXT),
}

SCHEMAS = {
    "WebService": obj(
        {"@id": URL, "page": URL, "id": TEXT, "title": TEXT, "state": one_of(*WebState),
         "missing": {**many(TEXT), "description": "Before it may be published."},
         "revision": WHOLE},
        external_id=TEXT, **_VALUES,
    )
}  # fmt: skip

OPERATIONS = (
    Operation(
        "GET",
        "/@web-services",
        SITE,
        "The services of the commune, by name",
        {
            200: Given(
                "One page of what this account may see.",
                obj({"@id": URL,
                     "items": many(obj(_ROW, online=FLAG, suspended=FLAG)), **ROWS}),
            )
        },
        query=(
            Query("q", "Words of the service."),
            Query("life_event", "A moment of life.", one_of(*LifeEvent)),
            Query("audience", "Who it is for."),
            *PAGING,
        ),
        refusals=(400,),
    ),
    *writing(
        "/@web-services", SITE, "WebService", "a sheet", {"title": TEXT},
        {"external_id": TEXT, **_VALUES},
        {"folder": {**TEXT, "description": "UID; left out: the site itself."}},
    ),
)  # fmt: skip
