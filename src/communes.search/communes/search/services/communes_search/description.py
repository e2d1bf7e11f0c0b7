"""The search of a site, told to programs."""

from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.search.domain.query import Sort
from communes.search.domain.request import FILTERS
from communes.search.domain.request import RANGES


_HIT = ("@type", "UID", "title", "description", "review_state", "modified",
        "effective", "creator", "snippet")  # fmt: skip
_ITEM = obj({"@id": URL, **dict.fromkeys(_HIT, TEXT)})
_FACET = many(obj({"value": TEXT, "count": WHOLE}))

SCHEMAS = {
    "SearchResults": obj(
        {
            "@id": URL,
            "best_bets": {
                **many(_ITEM),
                "description": "What the commune wants first for these words.",
            },
            "items": many(_ITEM),
            "items_total": WHOLE,
            "page": WHOLE,
            "size": WHOLE,
            "facets": {"type": "object", "additionalProperties": _FACET},
            "cursor": {
                **TEXT,
                "description": "Leads on; empty at the end.",
            },
            "did_you_mean": {
                **TEXT,
                "description": "When nothing was found: a text that finds something.",
            },
            "relaxed": {
                **FLAG,
                "description": "Nothing holds all of the words: any of them counted.",
            },
            "degraded": {
                **FLAG,
                "description": "The search engine was silent: fewer forms of words "
                "are found, and there are no facets.",
            },
        }
    )
}

OPERATIONS = (
    Operation(
        "GET",
        "/@communes-search",
        ("plone.base.interfaces.siteroot.IPloneSiteRoot",),
        "One page of what this account may find",
        {200: Given("The results, best first.", ref("SearchResults"))},
        query=(
            Query("q", "What to look for; nothing in it is syntax."),
            *(Query(name, "Keep these values.", many=True) for name in sorted(FILTERS)),
            *(
                Query(f"{name}_{end}", "A day, included.", DAY)
                for name in RANGES
                for end in ("from", "to")
            ),
            Query("path", "Below this place of the site."),
            Query("facet", "Count the values of this field.", many=True),
            Query("sort", "The order.", one_of(*(one.value for one in Sort))),
            Query("snippets", "Whether to quote the text.", one_of("0", "1")),
            Query("cursor", "\"*\", then the cursor of each answer; not by relevance."),
            Query("page", "From 1.", {"type": "integer", "minimum": 1}),
            Query("size", "Results of a page.",
                  {"type": "integer", "minimum": 0, "maximum": 200}),
        ),
        refusals=(400, 409),
    ),
)  # fmt: skip
