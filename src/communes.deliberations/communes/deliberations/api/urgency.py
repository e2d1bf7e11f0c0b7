"""The urgency of items taken up in session, declared by those present."""

from collections.abc import Iterable
from collections.abc import Sequence
from communes.core.access.permission import require
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.content.urgency import Urgency
from communes.deliberations.domain.attendance import voters_at
from communes.deliberations.domain.law import in_force
from communes.deliberations.domain.majority import Result
from communes.deliberations.domain.majority import share_of_present
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import public_vote
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.permissions import ENCODE_VOTES
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.attendance import roll_of
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.storage.vote import save_votes
from communes.deliberations.storage.vote import votes_of
from dataclasses import replace


def declare_urgency(
    items: Sequence[IMeetingItem], in_favour: Iterable[str] | None = None
) -> bool:
    """Note who declared the urgency of items on one agenda; return whether it holds.

    The law of the assembly says how many of those present are needed; with fewer
    the urgency is noted as refused.

    :param in_favour: ids of seats; None: everybody present.
    :raises MayNot: the user may not encode votes on one of the items.
    :raises UnknownSeat, VoteByAbsent, VoteWithoutRight: somebody named was not there.
    """
    accepted = [_declare(item, in_favour) for item in items]
    return all(accepted)


def _declare(item: IMeetingItem, in_favour: Iterable[str] | None) -> bool:
    require(ENCODE_VOTES, item)
    meeting = meeting_of(item)
    roll, _revision = roll_of(meeting)
    voters = voters_at(roll, item.UID())
    named = [seat.id for seat in voters] if in_favour is None else list(in_favour)
    vote = public_vote(
        roll.seats, voters, [(seat, VoteValue.YES) for seat in named], item.title
    )
    accepted = carried(meeting, vote)
    held, _revision = votes_of(meeting, item.UID())
    kept = replace(held, urgency=vote)
    save_votes(meeting, item.UID(), kept, "l'urgence a été encodée", None)
    item.urgency = (Urgency.ACCEPTED if accepted else Urgency.REFUSED).value
    item.reindexObject(idxs=["deliberations_urgency"])
    note_change("urgency", item, accepted=accepted)
    return accepted


def carried(meeting: IMeeting, vote: PublicVote) -> bool:
    """Return whether enough of those present declared the urgency."""
    settings = settings_of(assembly_of(meeting))
    law = in_force("urgency", settings.organ, meeting.date.date())
    if law is None or law.share is None:
        return True
    present = len(vote.values)
    outcome = share_of_present(len(vote.who(VoteValue.YES)), present, law.share)
    return outcome.result is Result.ADOPTED
