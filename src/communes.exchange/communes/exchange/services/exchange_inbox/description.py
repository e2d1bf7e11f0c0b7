"""The inbox, told to the programs of peers."""

from communes.core.openapi.domain import Given
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation


OPERATIONS = (
    Operation(
        "POST",
        "/@exchange-inbox",
        ("plone.base.interfaces.siteroot.IPloneSiteRoot",),
        "Bring a message, as CloudEvents 1.0 JSON signed by RFC 9421",
        {
            202: Given(
                "The message is kept, and acted upon once.",
                obj({"status": one_of("accepted", "duplicate")}),
            )
        },
        refusals=(400, 403, 404, 409),
    ),
)
