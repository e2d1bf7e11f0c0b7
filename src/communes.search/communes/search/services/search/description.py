"""The search of plone.restapi, as the suite answers it, told to programs."""

from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.search.site_search.domain import MAX_ROWS


_LINKS = dict.fromkeys(("@id", "first", "last", "next", "prev"), URL)

SCHEMAS = {
    "SiteSearchResults": obj(
        {
            "@id": URL,
            "items": many({"type": "object", "additionalProperties": True}),
            "items_total": WHOLE,
            "degraded": {
                **FLAG,
                "description": "Words were asked for; the engine was silent.",
            },
        },
        batching=obj({}, **_LINKS),
    )
}

OPERATIONS = (
    Operation(
        "GET",
        "/@search",
        ("zope.interface.Interface",),
        "A listing or a search, in the shape of plone.restapi",
        {200: Given("One page of what may be seen.", ref("SiteSearchResults"))},
        query=(
            Query("SearchableText", "Words to look for; nothing in it is syntax."),
            Query("portal_type", "Keep these types; so any other index.", many=True),
            Query("path", "Below this place."),
            Query("path.depth", "How far below.", WHOLE),
            Query("sort_on", "An index, or relevance."),
            Query("sort_order", "ascending or descending."),
            Query("metadata_fields", "Further columns of the catalogue.", many=True),
            Query("b_start", "Results before the page.", WHOLE),
            Query("b_size", "Results of a page.",
                  {"type": "integer", "minimum": 1, "maximum": MAX_ROWS}),
        ),
        refusals=(400,),
    ),
)  # fmt: skip
