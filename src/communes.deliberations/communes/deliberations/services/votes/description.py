"""The votes of an item, told to programs."""

from collections.abc import Mapping
from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import Schema
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.domain.choices import PollType
from communes.deliberations.domain.tally import BALLOT_VALUES
from communes.deliberations.domain.tally import COUNTS
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.services import schemas


_VALUE = schemas.values(VoteValue)
_POLL = schemas.values(PollType)
_PLACE: Schema = {"type": "integer", "minimum": 0,
                  "description": "Which vote of the item, from 0."}  # fmt: skip
_SHARED: Mapping[str, Schema] = {
    "poll_type": _POLL, "place": _PLACE, "revision": schemas.REVISION
}  # fmt: skip
_COUNTED: Schema = {"type": "integer", "minimum": 0}


def _by(who: str, value: Schema) -> Schema:
    return {
        "type": "object",
        "description": f"By {who}.",
        "additionalProperties": value,
    }


def _ballots(counts: Schema) -> Schema:
    return many(obj({"counts": counts}, label=TEXT))


SCHEMAS = {
    **schemas.SCHEMAS,
    "PublicVote": obj(
        {
            "kind": {"const": "public"},
            "poll_type": _POLL,
            "label": TEXT,
            "values": _by("seat", _VALUE),
        }
    ),
    "SecretVote": obj(
        {
            "kind": {"const": "secret"},
            "poll_type": _POLL,
            "voters": WHOLE,
            "linked": FLAG,
            "ballots": _ballots(obj(dict.fromkeys(COUNTS, _COUNTED))),
        }
    ),
    "Votes": obj(
        {
            "@id": URL,
            "votes": many({"oneOf": [ref("PublicVote"), ref("SecretVote")]}),
            "urgency": or_null(ref("PublicVote")),
            "voters": many(ref("Seat")),
            "outcome": or_null(ref("Outcome")),
            "revision": WHOLE,
        }
    ),
    "EncodedVote": {
        "oneOf": [
            closed(
                obj(
                    {"kind": {"const": "public"}},
                    values=_by("seat", _VALUE),
                    groups=_by("political group", _VALUE),
                    others=or_null(_VALUE),
                    label=TEXT,
                    **_SHARED,
                )
            ),
            closed(
                obj(
                    {
                        "kind": {"const": "secret"},
                        "ballots": _ballots(
                            closed(
                                obj(
                                    {},
                                    **{one.value: _COUNTED for one in BALLOT_VALUES},
                                )
                            )
                        ),
                    },
                    linked=FLAG,
                    **_SHARED,
                )
            ),
            closed(
                obj(
                    {"kind": {"const": "urgency"}},
                    in_favour=or_null(many(TEXT)),
                )
            ),
        ]
    },
    "VotePlace": closed(obj({}, place=_PLACE, revision=schemas.REVISION)),
}
_PATH = f"{schemas.IN_ITEM}/@deliberations-votes"
_ANSWER = {200: Given("What is known of the votes of the item.", ref("Votes"))}

OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.ITEM,
        "The votes, who may vote, what came out; a secret vote by its counts only",
        _ANSWER,
        refusals=(403, 404, 422),
    ),
    Operation(
        "POST",
        _PATH,
        schemas.ITEM,
        "Encode a vote by name or by counts, or declare the urgency",
        _ANSWER,
        body=ref("EncodedVote"),
        refusals=(400, 403, 404, 409, 422),
    ),
    Operation(
        "DELETE",
        _PATH,
        schemas.ITEM,
        "Take one vote away",
        _ANSWER,
        body=ref("VotePlace"),
        refusals=(400, 403, 404, 409, 422),
    ),
)
