"""The way back of undelivered letters, told to programs."""

from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation


OPERATIONS = (
    Operation(
        "POST",
        "/@mailing-bounces",
        ("plone.base.interfaces.siteroot.IPloneSiteRoot",),
        "A report of failure (RFC 3464) or a complaint (RFC 5965), as it was received",
        {200: Given("Whether it is about a letter of ours.", obj({"known": FLAG}))},
        "The body is the message itself; `Authorization: Bearer` carries the secret "
        "shared with the mail server, no account is asked for.",
        refusals=(400, 403),
    ),
)
