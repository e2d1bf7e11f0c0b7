"""What citizens read of a plan, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.pst.services import schemas


SCHEMAS = {
    "PstPublication": obj(
        {
            "@id": URL,
            "online": FLAG,
            "differs": {
                **FLAG,
                "description": "What would be published now says something else.",
            },
            "version": WHOLE,
            "published_at": or_null(TEXT),
            "digest": {**TEXT, "description": "SHA-256 of the document, day left out."},
            "document": or_null(
                {
                    "type": "object",
                    "description": "As in the message `communes.pst.programme.v1`.",
                }
            ),
        }
    ),
    "PstPublicationAct": closed(obj({"act": one_of("publish", "withdraw")})),
}

_PATH = f"{schemas.IN_PLAN}/@pst-publication"
_ANSWER = {200: Given("How it stands.", ref("PstPublication"))}
OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.PLAN,
        "How the plan stands towards citizens, and what they read",
        _ANSWER,
        refusals=(401, 403, 404),
    ),
    Operation(
        "POST",
        _PATH,
        schemas.PLAN,
        "Freeze what citizens read and send it to their site, or withdraw it",
        _ANSWER,
        body=ref("PstPublicationAct"),
        refusals=(400, 403, 404, 422),
    ),
)
