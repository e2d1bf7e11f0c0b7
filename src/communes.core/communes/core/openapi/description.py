"""``@openapi`` describes itself as it describes the others."""

from communes.core.openapi.domain import Given
from communes.core.openapi.domain import Operation


OPERATIONS = (
    Operation(
        "GET",
        "/@openapi",
        ("plone.base.interfaces.siteroot.IPloneSiteRoot",),
        "This document, for the solutions of this site",
        {200: Given("An OpenAPI 3.1 document.", {"type": "object"})},
        refusals=(),
    ),
)
