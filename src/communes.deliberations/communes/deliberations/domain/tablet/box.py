"""A ballot that is open: who may vote in it, what a paper is, how it is counted.

A secret ballot keeps two things that nothing ties: the seats that took a paper, and
the papers that were dropped. A paper is a number the member's device drew, which the
box signs without keeping it; the number comes back, with its signature, at another
moment and under no name. So a paper is genuine, may be changed by who holds its
number, counts once, and tells nobody who it is from.
"""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from communes.deliberations.domain.choices import SECRET_POLLS
from communes.deliberations.domain.tablet.errors import NoBallotOpen
from communes.deliberations.domain.tablet.errors import NotCalledToVote
from communes.deliberations.domain.tablet.errors import PaperTaken
from communes.deliberations.domain.tablet.errors import UnknownChoice
from communes.deliberations.domain.tablet.errors import WrongPaper
from communes.deliberations.domain.tally import VoteValue
from dataclasses import dataclass
from hashlib import sha256
import hmac


#: What a member may answer to one question.
ANSWERS = (VoteValue.YES.value, VoteValue.NO.value, VoteValue.ABSTAIN.value)
#: What a paper that names nobody says, when candidates are to be chosen from.
BLANK = VoteValue.BLANK.value
#: A number shorter than this could be guessed.
SHORTEST_NUMBER = 20


@dataclass(frozen=True)
class Ballot:
    """What is put to the vote. ``candidates`` empty: one question, yes or no.

    ``voters`` are ids of seats; ``accounts`` says which account votes for which seat.
    """

    id: str
    item: str
    poll_type: str
    voters: tuple[str, ...]
    accounts: Mapping[str, str]
    label: str = ""
    candidates: tuple[str, ...] = ()
    place: int = 0

    @property
    def secret(self) -> bool:
        """Whether no value may be tied to a name."""
        return self.poll_type in SECRET_POLLS

    @property
    def choices(self) -> tuple[str, ...]:
        """Everything a member may answer; a candidate is named by its place."""
        if not self.candidates:
            return ANSWERS
        return (*(str(place) for place in range(len(self.candidates))), BLANK)


def seat_of(ballot: Ballot | None, account: str) -> str:
    """Return the seat for which the account may vote in the open ballot.

    :raises NoBallotOpen: nothing is put to the vote.
    :raises NotCalledToVote: the account has no seat among the voters.
    """
    if ballot is None:
        raise NoBallotOpen()
    seat = ballot.accounts.get(account, "")
    if seat not in ballot.voters:
        raise NotCalledToVote()
    return seat


def check_choice(ballot: Ballot, choice: str) -> str:
    """Return the choice when the ballot offers it.

    :raises UnknownChoice: it does not.
    """
    if choice not in ballot.choices:
        raise UnknownChoice(field="choice", value=choice)
    return choice


def sign(
    ballot: Ballot, seat: str, taken: Collection[str], number: str, key: str
) -> str:
    """Return the proof that makes a number a paper; a seat gets one.

    :param taken: the seats that have a paper already.
    :raises PaperTaken: the seat has one.
    :raises WrongPaper: the number is too short to be nobody else's.
    """
    if seat in taken:
        raise PaperTaken()
    if len(number) < SHORTEST_NUMBER:
        raise WrongPaper()
    return _proof(ballot, number, key)


def mark(ballot: Ballot, number: str, proof: str, key: str) -> str:
    """Return under which mark a genuine paper is kept: it tells not its number.

    :raises WrongPaper: the proof is not that of the box for this number.
    """
    if not hmac.compare_digest(_proof(ballot, number, key), proof):
        raise WrongPaper()
    return sha256(f"{ballot.id}:{number}".encode()).hexdigest()


def counted(choices: Iterable[str]) -> dict[str, int]:
    """Return how often each choice was made."""
    found: dict[str, int] = {}
    for one in choices:
        found[one] = found.get(one, 0) + 1
    return dict(sorted(found.items()))


def secret_counts(
    ballot: Ballot, choices: Collection[str], voters: int
) -> tuple[tuple[str, dict[str, int]], ...]:
    """Return the counts of each question or candidate, as a secret vote is noted.

    Whoever dropped no paper does not vote: the counts make the number of ``voters``.
    """
    counts = counted(choices)
    missing = max(voters - len(choices), 0)
    if not ballot.candidates:
        own = {name: counts.get(name, 0) for name in ANSWERS}
        return ((ballot.label, {**own, VoteValue.DOES_NOT_VOTE.value: missing}),)
    rows = [
        (name, {VoteValue.YES.value: counts.get(str(place), 0)})
        for place, name in enumerate(ballot.candidates)
    ]
    # Papers that name nobody are told once, beside the first candidate.
    rows[0][1].update(
        {BLANK: counts.get(BLANK, 0), VoteValue.DOES_NOT_VOTE.value: missing}
    )
    return tuple(rows)


def public_values(
    cast: Mapping[str, str], voters: Collection[str]
) -> dict[str, VoteValue]:
    """Return what each voter expressed; whoever said nothing does not vote."""
    return {
        seat: VoteValue(cast.get(seat, VoteValue.DOES_NOT_VOTE.value))
        for seat in voters
    }


def _proof(ballot: Ballot, number: str, key: str) -> str:
    words = f"{ballot.id}:{number}".encode()
    return hmac.new(key.encode(), words, sha256).hexdigest()
