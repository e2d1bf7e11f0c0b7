"""A vote by name as the page shows it: seats, groups, counts, result."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Seat as SeatMark
from communes.core.parts.domain.values import Tag
from communes.deliberations.api.vote import VoteView
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.majority import Outcome
from communes.deliberations.domain.majority import Result
from communes.deliberations.domain.majority import RESULT_LABELS
from communes.deliberations.domain.tally import VOTE_VALUE_LABELS
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from functools import cached_property


VALUES = (VoteValue.YES, VoteValue.NO, VoteValue.ABSTAIN, VoteValue.DOES_NOT_VOTE)
_MARKS = {VoteValue.YES: "yes", VoteValue.NO: "no", VoteValue.ABSTAIN: "abstain"}
_SAID = {
    VoteValue.YES: _("group_yes", default="pour"),
    VoteValue.NO: _("group_no", default="contre"),
    VoteValue.ABSTAIN: _("group_abstain", default="abstention"),
    VoteValue.DOES_NOT_VOTE: _("seat_does_not_vote", default="ne vote pas"),
    VoteValue.NOT_FOUND: _("seat_not_found", default="bulletin non trouvé"),
    VoteValue.INVALID: _("seat_invalid", default="bulletin invalide"),
    VoteValue.BLANK: _("seat_blank", default="blanc"),
    VoteValue.NOT_ENCODED: _("seat_not_encoded", default="pas encodé"),
}
_KINDS = {
    Result.ADOPTED: "ok",
    Result.REJECTED: "late",
    Result.POSTPONED: "wait",
    Result.INCOMPLETE: "wait",
}


class ByName:
    """The vote of one item by name, encoded or not yet."""

    def __init__(self, held: VoteView, poll_type: str) -> None:
        self.held = held
        self.poll_type = poll_type

    @cached_property
    def vote(self) -> PublicVote | None:
        """The vote that is kept; None before anything was encoded."""
        found = (one for one in self.held.votes if isinstance(one, PublicVote))
        return next(found, None)

    @cached_property
    def values(self) -> dict[str, VoteValue]:
        """What each voter expressed."""
        kept = self.vote.values if self.vote else ()
        return {seat.id: value for seat, value in kept}

    @property
    def marks(self) -> list[SeatMark]:
        """The seats at a glance."""
        return [self._mark(seat) for seat in self.held.voters]

    @property
    def rows(self) -> list[dict]:
        """One line per voter, by precedence."""
        return [
            {
                "name": seat.name,
                "sub": seat.group,
                "field": f"vote.{seat.id}",
                "label": _(
                    "vote_of", default="Vote de ${name}", mapping={"name": seat.name}
                ),
                "options": [
                    Option(
                        one.value,
                        label(VOTE_VALUE_LABELS, one),
                        self.values.get(seat.id) == one,
                    )
                    for one in VALUES
                ],
            }
            for seat in self.held.voters
        ]

    @property
    def everybody(self) -> list[Action]:
        """Everybody the same: what most items get."""
        words = (
            (VoteValue.YES, _("all_yes", default="Tous pour")),
            (VoteValue.NO, _("all_no", default="Tous contre")),
            (VoteValue.ABSTAIN, _("all_abstain", default="Tous s'abstiennent")),
        )
        return [
            Action(
                title,
                method="submit",
                name="tous",
                value=value.value,
                small=True,
                primary=value is VoteValue.YES and not self.values,
            )
            for value, title in words
        ]

    @property
    def groups(self) -> list[dict]:
        """Each political group that has several voters, with its buttons."""
        names = list(
            dict.fromkeys(seat.group for seat in self.held.voters if seat.group)
        )
        short = [
            (one, _SAID[one])
            for one in (VoteValue.YES, VoteValue.NO, VoteValue.ABSTAIN)
        ]
        return [
            {
                "name": name,
                "actions": [
                    Action(
                        title,
                        method="submit",
                        name="groupe",
                        small=True,
                        value=f"{value.value}:{name}",
                    )
                    for value, title in short
                ],
            }
            for name in names
        ]

    @property
    def counts(self) -> list[Fact]:
        """The counts of the three voices, and of the others where there are any."""
        if self.vote is None:
            return []
        tally = self.vote.tally
        found = [
            Fact(_("count_yes", default="Pour"), str(tally.yes)),
            Fact(_("count_no", default="Contre"), str(tally.no)),
            Fact(_("count_abstain", default="Abstentions"), str(tally.abstain)),
        ]
        if tally.does_not_vote:
            title = _("count_none", default="Ne votent pas")
            found.append(Fact(title, str(tally.does_not_vote)))
        if tally.not_encoded:
            title = _("count_missing", default="Pas encore encodés")
            found.append(Fact(title, str(tally.not_encoded)))
        return found

    def _mark(self, seat: Seat) -> SeatMark:
        value = self.values.get(seat.id)
        word = (
            _SAID[value] if value else _("not_voted_yet", default="n'a pas encore voté")
        )
        return SeatMark(
            _initials(seat.name), seat.name, _MARKS.get(value, "none"), word
        )


def outcome_tag(outcome: Outcome) -> Tag:
    """Return « Adopté » or « Rejeté » as a tag."""
    return Tag(label(RESULT_LABELS, outcome.result), _KINDS[outcome.result])


def _initials(name: str) -> str:
    parts = name.replace("-", " ").split()
    return "".join(part[:1] for part in (parts[:1] + parts[-1:])).upper() or "–"
