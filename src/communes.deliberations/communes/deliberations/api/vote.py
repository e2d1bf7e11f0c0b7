"""The votes of an item: read them, encode them by name or by counts."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.access.permission import require
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.agenda import display_number
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.attendance import voices_of
from communes.deliberations.domain.attendance import voters_at
from communes.deliberations.domain.choices import PollType
from communes.deliberations.domain.majority import Outcome
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.tally import Tally
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import Ballot
from communes.deliberations.domain.votes import public_vote
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.domain.votes import secret_vote
from communes.deliberations.domain.votes import SecretVote
from communes.deliberations.exceptions import MeetingClosed
from communes.deliberations.exceptions import NotInMeeting
from communes.deliberations.exceptions import UnknownVote
from communes.deliberations.permissions import ENCODE_VOTES
from communes.deliberations.storage.agenda import number_of
from communes.deliberations.storage.attendance import roll_of
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.storage.meeting import state_of
from communes.deliberations.storage.vote import save_votes
from communes.deliberations.storage.vote import Vote
from communes.deliberations.storage.vote import votes_of
from communes.deliberations.workflow.outcome import outcome_of
from communes.deliberations.workflow.vote_text import write_vote_text
from dataclasses import dataclass
from dataclasses import replace


@dataclass(frozen=True)
class VoteView:
    """What is known of the votes of an item, and who may vote on it.

    ``outcome`` is None while no single vote decides; ``revision`` is given back
    when encoding.
    """

    votes: tuple[Vote, ...]
    urgency: PublicVote | None
    voters: tuple[Seat, ...]
    outcome: Outcome | None
    revision: int


def votes(item: IMeetingItem) -> VoteView:
    """Return the votes of an item.

    :raises MayNot: the user may not see the item.
    :raises NotInMeeting: the item is on no agenda.
    """
    require("View", item)
    meeting = _meeting(item)
    held, revision = votes_of(meeting, item.UID())
    roll, _revision = roll_of(meeting)
    return VoteView(
        votes=held.votes,
        urgency=held.urgency,
        voters=voters_at(roll, item.UID()),
        outcome=outcome_of(item, meeting),
        revision=revision,
    )


def encode_public_vote(
    item: IMeetingItem,
    values: Mapping[str, VoteValue],
    *,
    others: VoteValue | None = None,
    groups: Mapping[str, VoteValue] | None = None,
    poll_type: str = PollType.ALOUD,
    label: str = "",
    place: int = 0,
    revision: int | None = None,
) -> int:
    """Note a vote by name and return the new revision.

    :param values: id of a seat -> what its holder expressed.
    :param groups: political group -> what its members expressed, unless named in
        ``values``.
    :param others: what everybody else expressed; None leaves them not encoded.
    :param place: which vote of the item, from 0; one past the last adds a vote.
    :raises MayNot: the user may not encode votes on the item in its state.
    :raises MeetingClosed, NotInMeeting: the item is not in an open meeting.
    :raises UnknownSeat, VoteByAbsent, VoteWithoutRight, DoubleVote, WrongPoll: the
        vote contradicts the attendance or itself.
    :raises UnknownVote: the place is not one of the votes, nor the next.
    :raises StaleRevision: somebody else encoded it meanwhile; says what.
    """
    meeting = _open_meeting(item)
    roll, _revision = roll_of(meeting)
    voters = voters_at(roll, item.UID())
    given = dict(_bulk(voters, groups or {}, others)) | dict(values)
    pairs = [(seat, VoteValue(value)) for seat, value in given.items()]
    vote = public_vote(roll.seats, voters, pairs, _number(item, meeting), poll_type)
    return _keep(item, meeting, replace(vote, label=label), place, revision)


def encode_secret_vote(
    item: IMeetingItem,
    ballots: Sequence[tuple[str, Mapping[str, int]]],
    *,
    linked: bool = False,
    poll_type: str = PollType.SECRET,
    place: int = 0,
    revision: int | None = None,
) -> int:
    """Note the counts of a secret vote and return the new revision.

    :param ballots: (question or candidate, counts by vote value) in order.
    :param linked: the ballots are candidates for one same choice.
    :raises VotesDoNotAddUp, LinkedBallotTooLarge, NegativeCount, WrongPoll: the
        counts do not make the number of voters.
    :raises MayNot, MeetingClosed, NotInMeeting, StaleRevision: as for a public vote.
    """
    meeting = _open_meeting(item)
    roll, _revision = roll_of(meeting)
    voters = voices_of(voters_at(roll, item.UID()))
    papers = [Ballot(label, Tally(**counts)) for label, counts in ballots]
    vote = secret_vote(voters, papers, _number(item, meeting), poll_type, linked)
    return _keep(item, meeting, vote, place, revision)


def remove_vote(item: IMeetingItem, place: int = 0, revision: int | None = None) -> int:
    """Take one vote of the item away and return the new revision.

    :raises MayNot, MeetingClosed, NotInMeeting, StaleRevision: as for encoding.
    :raises UnknownVote: the item has no such vote.
    """
    meeting = _open_meeting(item)
    held, _revision = votes_of(meeting, item.UID())
    _refuse_place(place, held.votes, len(held.votes) - 1)
    kept = tuple(vote for at, vote in enumerate(held.votes) if at != place)
    left = replace(held, votes=kept)
    new = save_votes(meeting, item.UID(), left, "un vote a été retiré", revision)
    write_vote_text(item, kept)
    note_change("vote.removed", item, revision=new)
    return new


def _bulk(
    voters: Iterable[Seat],
    groups: Mapping[str, VoteValue],
    others: VoteValue | None,
) -> Iterable[tuple[str, VoteValue]]:
    for seat in voters:
        value = groups.get(seat.group, others) if seat.group else others
        if value is not None:
            yield seat.id, value


def _keep(
    item: IMeetingItem,
    meeting: IMeeting,
    vote: PublicVote | SecretVote,
    place: int,
    revision: int | None,
) -> int:
    held, _revision = votes_of(meeting, item.UID())
    _refuse_place(place, held.votes, len(held.votes))
    kept = (*held.votes[:place], vote, *held.votes[place + 1 :])
    new = save_votes(
        meeting, item.UID(), replace(held, votes=kept), "un vote a été encodé", revision
    )
    write_vote_text(item, kept)
    note_change("vote.encoded", item, revision=new)
    return new


def _refuse_place(place: int, votes: Sequence[Vote], last: int) -> None:
    if not 0 <= place <= last:
        raise UnknownVote(field="place", place=place, count=len(votes))


def _meeting(item: IMeetingItem) -> IMeeting:
    meeting = meeting_of(item)
    if meeting is None:
        raise NotInMeeting(item=item.title)
    return meeting


def _open_meeting(item: IMeetingItem) -> IMeeting:
    meeting = _meeting(item)
    if state_of(meeting) is MeetingState.CLOSED:
        raise MeetingClosed()
    require(ENCODE_VOTES, item)
    return meeting


def _number(item: IMeetingItem, meeting: IMeeting) -> str:
    return display_number(number_of(meeting, item.UID()))
