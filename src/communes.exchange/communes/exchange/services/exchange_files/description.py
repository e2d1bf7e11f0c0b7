"""The files that go with messages, told to the programs of peers."""

from communes.core.openapi.domain import Given
from communes.core.openapi.domain import Operation


OPERATIONS = (
    Operation(
        "GET",
        "/@exchange-files/{sum}",
        ("plone.base.interfaces.siteroot.IPloneSiteRoot",),
        "Fetch a file of a message sent to the peer that signs, by its SHA-256",
        {
            200: Given(
                "The file itself, to be checked by its sum.",
                {"type": "string", "format": "binary"},
                ("*/*",),
            )
        },
        refusals=(403, 404),
    ),
)
