"""How a vote is noted: by name in public, by counts behind the curtain."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.errors.domain import DomainError
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.choices import PollType
from communes.deliberations.domain.choices import SECRET_POLLS
from communes.deliberations.domain.errors import DoubleVote
from communes.deliberations.domain.errors import LinkedBallotTooLarge
from communes.deliberations.domain.errors import UnknownSeat
from communes.deliberations.domain.errors import VoteByAbsent
from communes.deliberations.domain.errors import VotesDoNotAddUp
from communes.deliberations.domain.errors import VoteWithoutRight
from communes.deliberations.domain.errors import WrongPoll
from communes.deliberations.domain.tally import Tally
from communes.deliberations.domain.tally import VoteValue
from dataclasses import dataclass
from dataclasses import replace


@dataclass(frozen=True)
class PublicVote:
    """One value per voter, in order of precedence."""

    values: tuple[tuple[Seat, VoteValue], ...]
    poll_type: str = PollType.ALOUD
    label: str = ""

    def who(self, value: VoteValue) -> tuple[Seat, ...]:
        """Return the seats that expressed ``value``, by precedence."""
        return tuple(seat for seat, given in self.values if given == value)

    def voice(self, seat: str) -> int:
        """Return how ``seat`` weighs in a tie: +1 for, -1 against, else 0."""
        given = next((value for one, value in self.values if one.id == seat), None)
        return {VoteValue.YES: 1, VoteValue.NO: -1}.get(given, 0) if given else 0

    @property
    def tally(self) -> Tally:
        """The counts of this vote, in voices: one a member, or one a share."""
        counts = dict.fromkeys(VoteValue, 0)
        for seat, value in self.values:
            counts[value] += seat.weight
        return Tally(**{value.value: count for value, count in counts.items()})


@dataclass(frozen=True)
class Ballot:
    """One question or one candidate of a secret vote, with its counts."""

    label: str
    tally: Tally


@dataclass(frozen=True)
class SecretVote:
    """Counts only: no name is ever tied to a value.

    ``linked``: the ballots are candidates for one same choice, each paper names one
    of them; only the first carries the papers that name nobody.
    """

    voters: int
    ballots: tuple[Ballot, ...]
    linked: bool = False
    poll_type: str = PollType.SECRET


def public_vote(
    seats: Sequence[Seat],
    voters: Sequence[Seat],
    given: Iterable[tuple[str, VoteValue]],
    item: str = "",
    poll_type: str = PollType.ALOUD,
    label: str = "",
) -> PublicVote:
    """Return the vote by name of ``voters``; who is not given is not encoded yet.

    ``seats`` is the whole assembly, ``voters`` who may vote at this item, ``item``
    its number as shown, for the sentences; ``label`` tells several votes apart.

    :raises WrongPoll: a secret poll is not noted by name.
    :raises DomainError: the first of :func:`public_faults`.
    """
    if poll_type in SECRET_POLLS:
        raise WrongPoll(field="poll_type", item=item)
    pairs = tuple(given)
    for fault in public_faults(seats, voters, pairs, item):
        raise fault
    values = dict(pairs)
    return PublicVote(
        tuple((seat, values.get(seat.id, VoteValue.NOT_ENCODED)) for seat in voters),
        poll_type,
        label,
    )


def public_faults(
    seats: Sequence[Seat],
    voters: Sequence[Seat],
    given: Iterable[tuple[str, VoteValue]],
    item: str = "",
) -> Iterator[DomainError]:
    """Yield what is wrong with votes by name, one error per vote at fault."""
    known = {seat.id: seat for seat in seats}
    entitled = {seat.id for seat in voters}
    seen: set[str] = set()
    for id, _value in given:
        if id not in known:
            yield UnknownSeat(field="votes", seat=id)
        elif id in seen:
            yield DoubleVote(field="votes", seat=known[id].name, item=item)
        elif not known[id].votes:
            yield VoteWithoutRight(field="votes", seat=known[id].name)
        elif id not in entitled:
            yield VoteByAbsent(field="votes", seat=known[id].name, item=item)
        seen.add(id)


def with_value(
    vote: PublicVote, value: VoteValue, group: str | None = None
) -> PublicVote:
    """Return the vote with ``value`` for a whole political group, or for everybody."""
    return replace(
        vote,
        values=tuple(
            (seat, value if group in (None, seat.group) else given)
            for seat, given in vote.values
        ),
    )


def everybody(voters: Sequence[Seat], value: VoteValue = VoteValue.YES) -> PublicVote:
    """Return the vote most items get: everybody says the same, by default yes."""
    return PublicVote(tuple((seat, value) for seat in voters))


def secret_vote(
    voters: int,
    ballots: Sequence[Ballot],
    item: str = "",
    poll_type: str = PollType.SECRET,
    linked: bool = False,
) -> SecretVote:
    """Return a secret vote whose counts were found to add up.

    Each ballot makes the number of ``voters``; linked ballots make it together.

    :raises WrongPoll: a public poll is noted by name.
    :raises VotesDoNotAddUp: the papers are fewer or more than the voters.
    :raises LinkedBallotTooLarge: the candidates got more votes than there are voters.
    """
    if poll_type not in SECRET_POLLS:
        raise WrongPoll(field="poll_type", item=item)
    if linked:
        _check_linked(voters, ballots, item)
    else:
        for ballot in ballots:
            if ballot.tally.voters != voters:
                raise VotesDoNotAddUp(
                    field="votes",
                    item=item,
                    counted=ballot.tally.voters,
                    voters=voters,
                )
    return SecretVote(voters, tuple(ballots), linked, poll_type)


def _check_linked(voters: int, ballots: Sequence[Ballot], item: str) -> None:
    chosen = sum(ballot.tally.yes for ballot in ballots)
    if chosen > voters:
        raise LinkedBallotTooLarge(
            field="votes", item=item, counted=chosen, voters=voters
        )
    counted = sum(ballot.tally.voters for ballot in ballots)
    if counted != voters:
        raise VotesDoNotAddUp(field="votes", item=item, counted=counted, voters=voters)


def left_for(ballots: Sequence[Ballot], voters: int) -> int:
    """Return how many "yes" are left for the next linked ballot."""
    return max(0, voters - sum(ballot.tally.voters for ballot in ballots))


def joint_tally(vote: SecretVote, label: str) -> Tally:
    """Return the counts of one linked candidate: the votes of the others are against.

    So the rule of the majority applies to a candidate as to a proposal.
    """
    own: Mapping[str, Tally] = {one.label: one.tally for one in vote.ballots}
    chosen = own[label].yes
    others = sum(tally.yes for name, tally in own.items() if name != label)
    neither = vote.voters - chosen - others
    return Tally(yes=chosen, no=others, abstain=neither)
