"""The vote of the members on tablets: opened and closed by the secretary."""

from collections.abc import Sequence
from communes.core.access.permission import current_user
from communes.core.access.permission import require
from communes.core.organisation.api import mandates_in_office
from communes.deliberations.api.vote import encode_public_vote
from communes.deliberations.api.vote import encode_secret_vote
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.attendance import voters_at
from communes.deliberations.domain.choices import PollType
from communes.deliberations.domain.choices import SECRET_POLLS
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.tablet import box as rules
from communes.deliberations.domain.tablet.box import Ballot
from communes.deliberations.domain.tablet.errors import BallotOpen
from communes.deliberations.domain.tablet.errors import NoBallotOpen
from communes.deliberations.domain.tablet.errors import NobodyToVote
from communes.deliberations.domain.tablet.errors import TabletsUnused
from communes.deliberations.exceptions import MeetingClosed
from communes.deliberations.exceptions import NotInMeeting
from communes.deliberations.permissions import ENCODE_VOTES
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage import ballot as storage
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.attendance import roll_of
from communes.deliberations.storage.item import item_by_uid
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.storage.meeting import state_of
from dataclasses import dataclass
from plone import api
from uuid import uuid4


@dataclass(frozen=True)
class BallotView:
    """An open ballot as one person may know it; no value of anybody else is in it.

    ``called``: this person votes in it; ``own`` is what they said in a public one,
    ``paper`` whether they took theirs in a secret one.
    """

    ballot: Ballot
    answered: int
    called: bool
    own: str
    paper: bool


def ballot(meeting: IMeeting) -> BallotView | None:
    """Return the open ballot of a meeting, None when nothing is put to the vote.

    It asks the catalogue nothing: forty tablets ask it again and again.

    :raises MayNot: the user may not see the meeting.
    """
    require("View", meeting)
    box, open_one = storage.box_of(meeting), storage.ballot_of(meeting)
    if box is None or open_one is None:
        return None
    seat = open_one.accounts.get(current_user(), "")
    return BallotView(
        ballot=open_one,
        answered=storage.answers(meeting),
        called=seat in open_one.voters,
        own=box.cast.get(seat, "") if seat else "",
        paper=seat in box.taken if seat else False,
    )


def open_ballot(
    item: IMeetingItem,
    *,
    poll_type: str = PollType.MECHANICAL,
    candidates: Sequence[str] = (),
    label: str = "",
    place: int = 0,
) -> Ballot:
    """Put an item to the vote of those who are in the room, on their tablets.

    :param candidates: names to choose one from, for a secret ballot; none: a question
        that is answered by yes, no or an abstention.
    :raises MayNot: the user may not encode votes on the item in its state.
    :raises TabletsUnused: the assembly does not vote so.
    :raises BallotOpen: another vote is open in the meeting.
    :raises NobodyToVote: nobody in the room has an account.
    :raises NotInMeeting, MeetingClosed: the item is not in an open meeting.
    """
    meeting = _open_meeting(item)
    settings = settings_of(assembly_of(meeting))
    by_shares = settings.shares.weighted and poll_type in SECRET_POLLS
    if not settings.tablet.enabled or by_shares:
        # A paper that weighs its holder's shares would tell whose it is.
        raise TabletsUnused()
    if storage.box_of(meeting) is not None:
        raise BallotOpen()
    roll, _revision = roll_of(meeting)
    voters = tuple(seat.id for seat in voters_at(roll, item.UID()))
    accounts = _accounts(meeting)
    if not set(accounts.values()) & set(voters):
        raise NobodyToVote()
    made = Ballot(
        id=uuid4().hex,
        item=item.UID(),
        poll_type=poll_type,
        voters=voters,
        accounts=accounts,
        label=label,
        candidates=tuple(candidates),
        place=place,
    )
    storage.put_box(meeting, made)
    note_change("ballot.opened", item, poll_type=str(poll_type))
    return made


def close_ballot(meeting: IMeeting) -> int:
    """Count what came in, keep it as the vote of the item, take the box away.

    :return: the new revision of the votes of the item.
    :raises NoBallotOpen: nothing is put to the vote.
    :raises VotesDoNotAddUp: more papers came in than voters are left in the room.
    :raises MayNot, MeetingClosed, NotInMeeting: as for opening.
    """
    made, item = _opened(meeting)
    roll, _revision = roll_of(meeting)
    voters = tuple(seat.id for seat in voters_at(roll, item.UID()))
    if made.secret:
        choices = storage.dropped(meeting)
        revision = encode_secret_vote(
            item,
            rules.secret_counts(made, choices, len(voters)),
            linked=bool(made.candidates),
            poll_type=made.poll_type,
            place=made.place,
        )
    else:
        values = rules.public_values(storage.cast_values(meeting), voters)
        revision = encode_public_vote(
            item,
            values,
            poll_type=made.poll_type,
            label=made.label,
            place=made.place,
        )
    storage.take_box(meeting, counted=made.item)
    note_change("ballot.closed", item)
    return revision


def cancel_ballot(meeting: IMeeting) -> None:
    """Take the box away uncounted; same refusals as for closing."""
    _made, item = _opened(meeting)
    storage.take_box(meeting)
    note_change("ballot.cancelled", item)


def cast_vote(meeting: IMeeting, choice: str) -> None:
    """Say one's voice in a public ballot; the last one said counts.

    :raises NoBallotOpen, NotCalledToVote, UnknownChoice: it can not be said.
    :raises MayNot: the user may not see the meeting.
    """
    made, seat = _called(meeting, secret=False)
    storage.box_of(meeting).cast[seat] = rules.check_choice(made, choice)


def take_paper(meeting: IMeeting, number: str) -> str:
    """Return the proof that makes a number a paper of the secret ballot.

    The number is the device's own and is not kept; the seat gets one paper.

    :raises PaperTaken: the seat has its paper.
    :raises WrongPaper: the number is too short.
    :raises NoBallotOpen, NotCalledToVote, MayNot: as for a public vote.
    """
    made, seat = _called(meeting, secret=True)
    box = storage.box_of(meeting)
    proof = rules.sign(made, seat, box.taken, number, box.key)
    box.taken.insert(seat)
    return proof


def drop_paper(meeting: IMeeting, number: str, proof: str, choice: str) -> None:
    """Drop a paper, or drop it anew with another choice; keeps nothing of who did.

    :raises WrongPaper: the paper is not of this ballot.
    :raises UnknownChoice, NoBallotOpen, NotCalledToVote, MayNot: as for a public vote.
    """
    made, _seat = _called(meeting, secret=True)
    box = storage.box_of(meeting)
    under = rules.mark(made, number, proof, box.key)
    box.papers[under] = rules.check_choice(made, choice)
    storage.forget_who()


def _called(meeting: IMeeting, *, secret: bool) -> tuple[Ballot, str]:
    require("View", meeting)
    made = storage.ballot_of(meeting)
    seat = rules.seat_of(made, current_user())
    if made is None or made.secret is not secret:
        raise NoBallotOpen()
    return made, seat


def _opened(meeting: IMeeting) -> tuple[Ballot, IMeetingItem]:
    require(MANAGE_MEETING, meeting)
    made = storage.ballot_of(meeting)
    item = item_by_uid(made.item) if made is not None else None
    if made is None or item is None:
        raise NoBallotOpen()
    _open_meeting(item)
    return made, item


def _open_meeting(item: IMeetingItem) -> IMeeting:
    meeting = meeting_of(item)
    if meeting is None:
        raise NotInMeeting(item=item.title)
    if state_of(meeting) is MeetingState.CLOSED:
        raise MeetingClosed()
    require(ENCODE_VOTES, item)
    return meeting


def _accounts(meeting: IMeeting) -> dict[str, str]:
    """Return account -> seat of who holds a mandate on the day of the meeting."""
    body, day = assembly_of(meeting).getId(), meeting.date.date()
    held = mandates_in_office(api.portal.get(), body, day)
    return {one.person.user: one.person.id for one in held if one.person.user}
