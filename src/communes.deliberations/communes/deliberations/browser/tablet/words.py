"""How an open ballot is said, and which version of it a tablet knows."""

from communes.deliberations.api.ballot import BallotView
from communes.deliberations.domain.tablet.box import Ballot
from communes.deliberations.domain.tablet.box import BLANK
from communes.deliberations.domain.tally import VOTE_VALUE_LABELS
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label


def kind(ballot: Ballot) -> str:
    """Return how one votes."""
    if ballot.secret:
        return _("ballot_secret", default="Scrutin secret")
    return _("ballot_public", default="Vote public, par nom")


def choices(ballot: Ballot) -> list[tuple[str, str]]:
    """Return (value, words) of everything a member may answer."""
    if not ballot.candidates:
        return [
            (one, label(VOTE_VALUE_LABELS, VoteValue(one))) for one in ballot.choices
        ]
    named = [(str(place), name) for place, name in enumerate(ballot.candidates)]
    return [*named, (BLANK, label(VOTE_VALUE_LABELS, VoteValue.BLANK))]


def version(found: BallotView | None) -> str:
    """Return what tells one state of the page from another, and nothing else."""
    if found is None:
        return "none"
    paper = "p" if found.paper else ""
    return f"{found.ballot.id}-{found.own}{paper}-{int(found.called)}"
