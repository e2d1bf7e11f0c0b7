"""``POST <meeting>/@deliberations-ballot``: open, vote, take or drop a paper, close."""

from collections.abc import Mapping
from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api import ballot as door
from communes.deliberations.api import reading
from communes.deliberations.domain.choices import PollType
from communes.deliberations.exceptions import UnknownItem
from communes.deliberations.services.attendance.patch import one_of
from communes.deliberations.services.ballot.get import ballot_json
from typing import Any


KNOWN = {
    "open": ("act", "item", "poll_type", "candidates", "label"),
    "vote": ("act", "choice"),
    "take": ("act", "number"),
    "drop": ("act", "number", "proof", "choice"),
    "close": ("act",),
    "cancel": ("act",),
}


class BallotPost(WritingService):
    """Reads ``act`` and what goes with it."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        act = body.value(given, "act", str)
        if act not in KNOWN:
            raise body.UnknownKey(field="act", name=act, expected=", ".join(KNOWN))
        given = body.json_body(self.request, KNOWN[act])
        more = getattr(self, f"_{act}")(given)
        return {**ballot_json(self.context), **more}

    def _open(self, given: Mapping[str, Any]) -> dict[str, Any]:
        uid = body.value(given, "item", str)
        found = reading.items_of(self.context.aq_parent, [uid])
        if not found:
            raise UnknownItem(field="item", name=uid)
        poll = body.value(given, "poll_type", str, PollType.MECHANICAL.value)
        names = body.value(given, "candidates", list, [])
        door.open_ballot(
            found[0],
            poll_type=one_of(PollType, poll, "poll_type"),
            candidates=[str(one) for one in names],
            label=body.value(given, "label", str, ""),
        )
        return {}

    def _vote(self, given: Mapping[str, Any]) -> dict[str, Any]:
        door.cast_vote(self.context, body.value(given, "choice", str))
        return {}

    def _take(self, given: Mapping[str, Any]) -> dict[str, Any]:
        number = body.value(given, "number", str)
        return {"proof": door.take_paper(self.context, number)}

    def _drop(self, given: Mapping[str, Any]) -> dict[str, Any]:
        number, proof = (body.value(given, name, str) for name in ("number", "proof"))
        door.drop_paper(self.context, number, proof, body.value(given, "choice", str))
        return {}

    def _close(self, given: Mapping[str, Any]) -> dict[str, Any]:
        door.close_ballot(self.context)
        return {}

    def _cancel(self, given: Mapping[str, Any]) -> dict[str, Any]:
        door.cancel_ballot(self.context)
        return {}
