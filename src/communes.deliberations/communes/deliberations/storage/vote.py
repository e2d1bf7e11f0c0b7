"""The votes of a meeting's items: plain data on the meeting, votes for the rules.

They stand on the meeting, one part per item, so that checking the attendance or
listing the results wakes no item, and two people may encode two items at once.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.access.permission import current_user
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.tally import Tally
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.vote_wording import vote_words
from communes.deliberations.domain.votes import Ballot
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.domain.votes import SecretVote
from communes.deliberations.storage import part
from communes.deliberations.storage.plain import to_plain
from dataclasses import dataclass


Vote = PublicVote | SecretVote


@dataclass(frozen=True)
class ItemVotes:
    """The votes of one item in the order they were held, and on its urgency."""

    votes: tuple[Vote, ...] = ()
    urgency: PublicVote | None = None


def votes_of(meeting: IMeeting, uid: str) -> tuple[ItemVotes, int]:
    """Return the votes of an item and their revision; none and 0 when unencoded."""
    if meeting.votes is None:
        return ItemVotes(), 0
    data, revision = part.read(meeting.votes, uid, dict)
    return _load(data), revision


def save_votes(
    meeting: IMeeting, uid: str, votes: ItemVotes, change: str, revision: int | None
) -> int:
    """Keep the votes of an item and return their new revision.

    :raises StaleRevision: somebody else encoded them since ``revision``.
    """
    if meeting.votes is None:
        meeting.votes = OOBTree()
    return part.write(
        meeting.votes,
        uid,
        _dump(votes),
        by=current_user(),
        change=change,
        revision=revision,
        what="Le vote de ce point",
    )


def tally_of(vote: Vote) -> Tally | None:
    """Return the counts of a vote with one question; None for several ballots."""
    if isinstance(vote, PublicVote):
        return vote.tally
    return vote.ballots[0].tally if len(vote.ballots) == 1 else None


def forget_votes(meeting: IMeeting, uid: str) -> None:
    """Drop the votes of an item that is no longer on the agenda."""
    if meeting.votes is not None and uid in meeting.votes:
        del meeting.votes[uid]


def voters_by_item(meeting: IMeeting) -> Mapping[str, frozenset[str]]:
    """Return, for each item with a vote by name, the seats that said something."""
    found = {}
    for uid in meeting.votes or ():
        held, _revision = votes_of(meeting, uid)
        votes = [*held.votes, *([held.urgency] if held.urgency else [])]
        found[uid] = frozenset(
            seat.id
            for vote in votes
            if isinstance(vote, PublicVote)
            for seat, value in vote.values
            if value is not VoteValue.NOT_ENCODED
        )
    return found


def told(votes: Sequence[Vote]) -> tuple[str, ...]:
    """Return the sentence of each vote, as it is proposed to the secretary."""
    return tuple(f"{vote_words(vote)}." for vote in votes)


def rewritten(text: str, votes: Sequence[Vote]) -> str:
    """Return ``text`` without its full stop; empty when it is the proposed one."""
    if not votes or text == " ".join(told(votes)):
        return ""
    return text.rstrip(" .,")


def _dump(votes: ItemVotes) -> dict[str, object]:
    return {
        "votes": [
            {"kind": "public" if isinstance(one, PublicVote) else "secret"}
            | to_plain(one)
            for one in votes.votes
        ],
        "urgency": None if votes.urgency is None else to_plain(votes.urgency),
    }


def _load(data: Mapping[str, object]) -> ItemVotes:
    if not data:
        return ItemVotes()
    urgency = data["urgency"]
    return ItemVotes(
        votes=tuple(
            _public(one) if one["kind"] == "public" else _secret(one)
            for one in data["votes"]
        ),
        urgency=None if urgency is None else _public(urgency),
    )


def _public(data: Mapping[str, object]) -> PublicVote:
    return PublicVote(
        values=tuple(
            (Seat(**seat), VoteValue(value)) for seat, value in data["values"]
        ),
        poll_type=data["poll_type"],
        label=data["label"],
    )


def _secret(data: Mapping[str, object]) -> SecretVote:
    return SecretVote(
        voters=data["voters"],
        ballots=tuple(
            Ballot(one["label"], Tally(**one["tally"])) for one in data["ballots"]
        ),
        linked=data["linked"],
        poll_type=data["poll_type"],
    )
