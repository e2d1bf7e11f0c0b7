"""The vote on tablets beside the item in hand: open it, count the answers, close it."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.deliberations.api.ballot import ballot
from communes.deliberations.api.ballot import BallotView
from communes.deliberations.i18n import _
from functools import cached_property


class OpenBallotPart:
    """Mixed into the page of the session; asks it for ``line`` and ``poll_type``."""

    @cached_property
    def ballot(self) -> BallotView | None:
        return ballot(self.context)

    @property
    def tablets(self) -> bool:
        """Whether the vote of this item may be put on tablets, or is."""
        wanted = self.settings.tablet.enabled and self.encodes
        return bool(wanted and not self.no_voters)

    @property
    def ballot_here(self) -> bool:
        """Whether the open vote is that of the item in hand."""
        return self.ballot is not None and self.ballot.ballot.item == self.line.uid

    @property
    def ballot_progress(self) -> str:
        """« réponses reçues : 12 sur 18 », and nothing of what they say."""
        return _(
            "ballot_progress",
            default="Vote ouvert sur tablette – réponses reçues : ${count} sur "
            "${voters}.",
            mapping={
                "count": self.ballot.answered,
                "voters": len(self.ballot.ballot.voters),
            },
        )

    @property
    def ballot_open_action(self) -> Action:
        return Action(
            _("ballot_open", default="Ouvrir le vote sur tablette"),
            method="submit",
            name="ouvrir",
            value="1",
            small=True,
        )

    @property
    def ballot_close_actions(self) -> list[Action]:
        return [
            Action(
                _("ballot_close", default="Clore le vote"),
                method="submit",
                name="clore",
                value="1",
                primary=True,
                small=True,
            ),
            Action(
                _("ballot_cancel", default="Annuler ce vote"),
                method="submit",
                name="annuler",
                value="1",
                small=True,
            ),
        ]

    @property
    def candidates_field(self) -> Field:
        return Field(
            "candidats",
            _("ballot_candidates", default="Candidats, un par ligne"),
            "textarea",
            help=_(
                "ballot_candidates_help",
                default="Laissez vide pour une question : pour, contre, abstention.",
            ),
            rows=3,
        )
