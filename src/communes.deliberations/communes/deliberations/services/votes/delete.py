"""``DELETE <item>/@deliberations-votes``: take one vote away."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations import api
from communes.deliberations.services.votes.get import vote_view
from typing import Any


class VotesDelete(WritingService):
    """Reads ``{"place", "revision"}``: which vote of the item, from 0."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("place", "revision"))
        place = body.value(given, "place", int, 0)
        api.remove_vote(self.context, place, body.revision(given))
        return vote_view(self.context)
