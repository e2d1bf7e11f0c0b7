"""The vote on tablets, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.domain.choices import PollType
from communes.deliberations.services import schemas


def _act(name: str, **needed: object) -> dict:
    return obj({"act": {"const": name}, **needed})


_NUMBER = {
    "type": "string",
    "minLength": 20,
    "description": "Drawn by the device, kept by it alone.",
}

SCHEMAS = {
    "OpenBallot": obj(
        {"@id": URL, "open": FLAG},
        item=TEXT,
        poll_type=schemas.values(PollType),
        secret=FLAG,
        label=TEXT,
        candidates=many(TEXT),
        choices=many(TEXT),
        voters=WHOLE,
        answered=WHOLE,
        called=FLAG,
        own=TEXT,
        paper_taken=FLAG,
        proof=TEXT,
    ),
    "BallotAct": {
        "oneOf": [
            closed(
                obj(
                    {"act": {"const": "open"}, "item": TEXT},
                    poll_type=schemas.values(PollType),
                    candidates=many(TEXT),
                    label=TEXT,
                )
            ),
            closed(_act("vote", choice=TEXT)),
            closed(_act("take", number=_NUMBER)),
            closed(_act("drop", number=_NUMBER, proof=TEXT, choice=TEXT)),
            closed(_act("close")),
            closed(_act("cancel")),
        ]
    },
}

_PATH = f"{schemas.IN_MEETING}/@deliberations-ballot"
_ANSWER = {200: Given("The ballot as this account may know it.", ref("OpenBallot"))}

OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.MEETING,
        "What is put to the vote, and whether this account votes in it",
        _ANSWER,
    ),
    Operation(
        "POST",
        _PATH,
        schemas.MEETING,
        "Open a vote on tablets, answer it, close it",
        _ANSWER,
        "`vote` is for a public ballot. For a secret one `take` a paper: send a number "
        "and keep the `proof`; `drop` it later, again to change it. Results stand in "
        "`@deliberations-votes` once it is closed.",
        body=ref("BallotAct"),
        refusals=(400, 403, 404, 409, 422),
    ),
)
