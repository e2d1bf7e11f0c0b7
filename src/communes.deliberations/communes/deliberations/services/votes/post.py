"""``POST <item>/@deliberations-votes``: encode a vote by name or by counts."""

from collections.abc import Mapping
from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations import api
from communes.deliberations.domain.choices import PollType
from communes.deliberations.domain.tally import BALLOT_VALUES
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.services.attendance.patch import one_of
from communes.deliberations.services.votes.get import vote_view
from typing import Any


SHARED = ("kind", "poll_type", "place", "revision")
PUBLIC = (*SHARED, "values", "groups", "others", "label")
SECRET = (*SHARED, "ballots", "linked")
URGENCY = ("kind", "in_favour")


class VotesPost(WritingService):
    """Reads ``kind``: "public", "secret" or "urgency", and what goes with it."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        kinds = {
            "public": (PUBLIC, self._public),
            "secret": (SECRET, self._secret),
            "urgency": (URGENCY, self._urgency),
        }
        kind = body.value(given, "kind", str)
        if kind not in kinds:
            raise body.UnknownKey(field="kind", name=kind, expected=", ".join(kinds))
        known, encode = kinds[kind]
        encode(body.json_body(self.request, known))
        return vote_view(self.context)

    def _public(self, given: Mapping[str, Any]) -> None:
        others = given.get("others")
        api.encode_public_vote(
            self.context,
            _voices(given, "values"),
            groups=_voices(given, "groups"),
            others=None if others is None else one_of(VoteValue, others, "others"),
            label=body.value(given, "label", str, ""),
            **_shared(given, PollType.ALOUD),
        )

    def _secret(self, given: Mapping[str, Any]) -> None:
        api.encode_secret_vote(
            self.context,
            [_ballot(row) for row in body.value(given, "ballots", list)],
            linked=body.value(given, "linked", bool, False),
            **_shared(given, PollType.SECRET),
        )

    def _urgency(self, given: Mapping[str, Any]) -> None:
        in_favour = body.value(given, "in_favour", list, None)
        api.declare_urgency([self.context], in_favour)


def _shared(given: Mapping[str, Any], poll_type: PollType) -> dict[str, Any]:
    named = body.value(given, "poll_type", str, poll_type.value)
    return {
        "poll_type": one_of(PollType, named, "poll_type"),
        "place": body.value(given, "place", int, 0),
        "revision": body.revision(given),
    }


def _voices(given: Mapping[str, Any], name: str) -> dict[str, VoteValue]:
    voices = body.value(given, name, dict, {})
    return {who: one_of(VoteValue, voice, name) for who, voice in voices.items()}


def _ballot(row: Any) -> tuple[str, dict[str, int]]:
    if not isinstance(row, dict):
        raise body.WrongValue(
            field="ballots", name="ballots", expected="une liste d'objets"
        )
    counts = body.value(row, "counts", dict)
    known = [one.value for one in BALLOT_VALUES]
    for name in counts:
        if name not in known:
            raise body.UnknownKey(field="ballots", name=name, expected=", ".join(known))
        body.value(counts, name, int)
    return body.value(row, "label", str, ""), counts
