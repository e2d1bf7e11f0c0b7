"""What the votes of an item decide under its assembly's rules and the day's law."""

from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.content.urgency import Urgency
from communes.deliberations.domain.attendance import voices_of
from communes.deliberations.domain.attendance import voters_at
from communes.deliberations.domain.law import in_force
from communes.deliberations.domain.majority import Circumstances
from communes.deliberations.domain.majority import decide
from communes.deliberations.domain.majority import Outcome
from communes.deliberations.domain.quorum import Quorum
from communes.deliberations.domain.quorum import quorum
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.attendance import chair_of
from communes.deliberations.storage.attendance import roll_of
from communes.deliberations.storage.vote import tally_of
from communes.deliberations.storage.vote import Vote
from communes.deliberations.storage.vote import votes_of
from communes.deliberations.workflow.matter import ties_before
from communes.deliberations.workflow.matter import times_listed


def outcome_of(item: IMeetingItem, meeting: IMeeting) -> Outcome | None:
    """Return what the vote of the item decides, or None when no vote decides it.

    Several questions put to one vote, or candidates for one choice, decide
    nothing about the item as a whole.
    """
    held, _revision = votes_of(meeting, item.UID())
    if len(held.votes) != 1:
        return None
    tally = tally_of(held.votes[0])
    if tally is None:
        return None
    settings = settings_of(assembly_of(meeting))
    roll, _revision = roll_of(meeting)
    return decide(
        tally,
        settings.majority_rule,
        settings.tie_rule,
        Circumstances(
            president=_voice_of(chair_of(meeting, roll), held.votes[0]),
            urgent=item.urgency == Urgency.ACCEPTED,
            ties_before=ties_before(item),
            present=voices_of(voters_at(roll, item.UID())),
        ),
        in_force("casting_vote_ties", settings.organ, meeting.date.date()),
    )


def _voice_of(seat: str, vote: Vote) -> int:
    """Return +1, -1 or 0: for, against, or not known, as in a secret ballot."""
    if not isinstance(vote, PublicVote):
        return 0
    value = next((one for who, one in vote.values if who.id == seat), None)
    return {VoteValue.YES: 1, VoteValue.NO: -1}.get(value, 0)


def votes_missing(item: IMeetingItem, meeting: IMeeting) -> int | None:
    """Return how many voters are not encoded yet; None when no vote is kept."""
    held, _revision = votes_of(meeting, item.UID())
    if not held.votes:
        return None
    return sum(
        vote.tally.not_encoded for vote in held.votes if isinstance(vote, PublicVote)
    )


def quorum_of(item: IMeetingItem, meeting: IMeeting) -> Quorum | None:
    """Return the quorum at the item, or None before the attendance is encoded."""
    roll, revision = roll_of(meeting)
    if not revision or item.UID() not in roll.order:
        return None
    settings = settings_of(assembly_of(meeting))
    law = in_force("quorum", settings.organ, meeting.date.date())
    present = len(voters_at(roll, item.UID()))
    return quorum(
        settings.quorum_rule,
        law,
        present,
        roll.in_office,
        meeting.call or 1,
        times_listed(item),
    )
