"""A secret vote as the page shows it: ballots with their counts."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.deliberations.api.vote import VoteView
from communes.deliberations.domain.attendance import voices_of
from communes.deliberations.domain.tally import BALLOT_VALUES
from communes.deliberations.domain.tally import VOTE_VALUE_LABELS
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import Ballot
from communes.deliberations.domain.votes import SecretVote
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from functools import cached_property


MOST_BALLOTS = 30


class Ballots:
    """The secret vote of one item, encoded or not yet."""

    def __init__(self, held: VoteView, asked: int = 0) -> None:
        self.held = held
        self.asked = asked

    @cached_property
    def vote(self) -> SecretVote | None:
        found = (one for one in self.held.votes if isinstance(one, SecretVote))
        return next(found, None)

    @property
    def count(self) -> int:
        """How many questions or candidates are shown."""
        kept = len(self.vote.ballots) if self.vote else 1
        return min(max(kept, self.asked), MOST_BALLOTS)

    @property
    def voters(self) -> int:
        return voices_of(self.held.voters)

    @property
    def rows(self) -> list[dict]:
        """One block per question or candidate."""
        kept = self.vote.ballots if self.vote else ()
        return [
            self._row(place, kept[place] if place < len(kept) else None)
            for place in range(self.count)
        ]

    @property
    def linked(self) -> Field:
        value = "1" if self.vote and self.vote.linked else ""
        return Field(
            "lies",
            _(
                "ballots_linked",
                default="Candidats pour un même choix : un seul nom par bulletin",
            ),
            "checkbox",
            value,
        )

    @property
    def save(self) -> Action:
        return Action(
            _("ballot_save", default="Enregistrer le scrutin"),
            method="submit",
            name="compter",
            value="1",
            primary=True,
        )

    @property
    def total_words(self) -> str:
        """What the sum must be, for those without script."""
        return _(
            "ballot_total",
            default="Le total doit faire ${count} votants.",
            mapping={"count": self.voters},
        )

    def _row(self, place: int, ballot: Ballot | None) -> dict:
        question = Field(
            f"bulletin.{place}",
            _("ballot_question", default="Question ou candidat"),
            value=ballot.label if ballot else "",
        )
        counts = [
            Field(
                f"compte.{place}.{one.value}",
                label(VOTE_VALUE_LABELS, one),
                "number",
                _shown(ballot, one),
                required=True,
            )
            for one in BALLOT_VALUES
        ]
        return {"label": question if self.count > 1 else None, "counts": counts}


def _shown(ballot: Ballot | None, value: VoteValue) -> str:
    """Return the count kept; at first the rare ones are nought already."""
    if ballot is None:
        return "" if value in (VoteValue.YES, VoteValue.NO) else "0"
    return str(getattr(ballot.tally, value.value))
