"""The rounds of the vote on one item: each kept, none written over."""

from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Chip
from communes.deliberations.api.vote import VoteView
from communes.deliberations.i18n import _
from dataclasses import replace
from functools import cached_property


class RoundsPart:
    """Mixed into the page of the session; asks it for ``held`` and ``point_url``."""

    @cached_property
    def place(self) -> int:
        """Which vote of the item is in hand, from 0; one past the last is a new one."""
        return min(whole(self.request.form.get("tour"), 0), len(self.held.votes))

    @cached_property
    def round_held(self) -> VoteView:
        """What is known of the round in hand alone."""
        chosen = self.held.votes[self.place : self.place + 1]
        several = len(self.held.votes) > 1
        return replace(
            self.held, votes=chosen, outcome=None if several else self.held.outcome
        )

    @property
    def round_words(self) -> str:
        return _round(self.place)

    @property
    def rounds(self) -> list[Chip]:
        """The rounds that were held, then a new one; none before the first."""
        held = len(self.held.votes)
        if not held:
            return []
        found = [
            Chip(_round(at), f"{self.point_url}&tour={at}", at == self.place)
            for at in range(held)
        ]
        new = _("round_new", default="Nouveau tour")
        return [*found, Chip(new, f"{self.point_url}&tour={held}", held == self.place)]


def _round(place: int) -> str:
    return _("round_number", default="Tour ${number}", mapping={"number": place + 1})
