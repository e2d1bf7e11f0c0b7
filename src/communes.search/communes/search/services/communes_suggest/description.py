"""The suggestions of a site, told to programs."""

from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL


SCHEMAS = {
    "SearchSuggestions": obj(
        {
            "@id": URL,
            "suggestions": many(TEXT),
            "items": many(obj({"@id": URL, "@type": TEXT, "title": TEXT})),
            "degraded": {
                **FLAG,
                "description": "The search engine was silent: no texts are proposed.",
            },
        }
    )
}

OPERATIONS = (
    Operation(
        "GET",
        "/@communes-suggest",
        ("plone.base.interfaces.siteroot.IPloneSiteRoot",),
        "How the last word may go on, and titles that hold it",
        {200: Given("Only words this account may read.", ref("SearchSuggestions"))},
        query=(
            Query("q", "What is typed so far; nothing in it is syntax."),
            Query("type", "Look among these types.", many=True),
        ),
        refusals=(400,),
    ),
)
