"""``GET <meeting>/@deliberations-ballot``: what is put to the vote, for this person."""

from communes.deliberations.api import ballot as door
from plone.restapi.services import Service
from typing import Any


def ballot_json(meeting: Any) -> dict[str, Any]:
    """Return the open ballot as this person may know it."""
    found = door.ballot(meeting)
    answer: dict[str, Any] = {
        "@id": f"{meeting.absolute_url()}/@deliberations-ballot",
        "open": found is not None,
    }
    if found is None:
        return answer
    made = found.ballot
    return {
        **answer,
        "item": made.item,
        "poll_type": str(made.poll_type),
        "secret": made.secret,
        "label": made.label,
        "candidates": list(made.candidates),
        "choices": list(made.choices),
        "voters": len(made.voters),
        "answered": found.answered,
        "called": found.called,
        "own": found.own,
        "paper_taken": found.paper,
    }


class BallotGet(Service):
    """Answers with the ballot; never with what somebody else said."""

    def reply(self) -> dict[str, Any]:
        return ballot_json(self.context)
