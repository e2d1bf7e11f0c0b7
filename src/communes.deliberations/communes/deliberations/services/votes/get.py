"""``GET <item>/@deliberations-votes``: the votes, who may vote, what came out."""

from communes.deliberations import api
from communes.deliberations.services import serialise
from plone.restapi.services import Service
from typing import Any


def vote_view(item: Any) -> dict[str, Any]:
    """Return what is known of the votes of an item."""
    found = api.votes(item)
    return {
        "@id": f"{item.absolute_url()}/@deliberations-votes",
        "votes": [serialise.vote(one) for one in found.votes],
        "urgency": None if found.urgency is None else serialise.vote(found.urgency),
        "voters": [serialise.seat(one) for one in found.voters],
        "outcome": serialise.outcome(found.outcome),
        "revision": found.revision,
    }


class VotesGet(Service):
    """Answers with the votes; a secret one by its counts only."""

    def reply(self) -> dict[str, Any]:
        return vote_view(self.context)
