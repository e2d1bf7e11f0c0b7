"""A vote adds up, names nobody twice, and decides as the law says."""

from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.errors import DoubleVote
from communes.deliberations.domain.errors import LinkedBallotTooLarge
from communes.deliberations.domain.errors import NegativeCount
from communes.deliberations.domain.errors import UnknownSeat
from communes.deliberations.domain.errors import VoteByAbsent
from communes.deliberations.domain.errors import VotesDoNotAddUp
from communes.deliberations.domain.errors import VoteWithoutRight
from communes.deliberations.domain.errors import WrongPoll
from communes.deliberations.domain.law import in_force
from communes.deliberations.domain.majority import Circumstances
from communes.deliberations.domain.majority import decide
from communes.deliberations.domain.majority import Result
from communes.deliberations.domain.majority import share_of_present
from communes.deliberations.domain.tally import Tally
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import Ballot
from communes.deliberations.domain.votes import everybody
from communes.deliberations.domain.votes import joint_tally
from communes.deliberations.domain.votes import left_for
from communes.deliberations.domain.votes import public_faults
from communes.deliberations.domain.votes import public_vote
from communes.deliberations.domain.votes import secret_vote
from communes.deliberations.domain.votes import with_value
from datetime import date
from fractions import Fraction
from hypothesis import given
from hypothesis import strategies as st
import pytest


VOTERS = tuple(
    Seat(f"seat-{n}", f"Siège {n}", group="majorite" if n < 8 else "opposition")
    for n in range(13)
)
ABSENT = Seat("absent", "Siège vide")
SECRETARY = Seat("dg", "Secrétaire", votes=False)
SEATS = (*VOTERS, ABSENT, SECRETARY)
TIES = in_force("casting_vote_ties", "college", date(2023, 5, 22))
COUNTS = st.integers(min_value=0, max_value=30)


def yes(*ids):
    return [(id, VoteValue.YES) for id in ids]


def test_a_public_vote_counts_and_keeps_the_names():
    given = [
        (seat.id, VoteValue.YES if seat.group == "majorite" else VoteValue.ABSTAIN)
        for seat in VOTERS
    ]
    vote = public_vote(SEATS, VOTERS, given)
    assert vote.tally == Tally(yes=8, abstain=5)
    assert [seat.id for seat in vote.who(VoteValue.ABSTAIN)] == [
        f"seat-{n}" for n in range(8, 13)
    ]
    assert decide(vote.tally).result is Result.ADOPTED


def test_who_is_not_given_is_not_encoded_yet():
    vote = public_vote(SEATS, VOTERS, yes("seat-0"))
    assert vote.tally.not_encoded == 12
    assert not vote.tally.complete
    assert decide(vote.tally).result is Result.INCOMPLETE


def test_a_whole_group_is_noted_at_once():
    vote = with_value(everybody(VOTERS), VoteValue.NO, group="opposition")
    assert vote.tally == Tally(yes=8, no=5)
    assert with_value(vote, VoteValue.YES).tally.unanimous


@pytest.mark.parametrize(
    ("votes", "error", "words"),
    [
        (yes("maire"), UnknownSeat, "« maire » ne siège pas"),
        (yes("absent"), VoteByAbsent, "« Siège vide » n'est pas présent au point 4"),
        (yes("dg"), VoteWithoutRight, "« Secrétaire » siège sans droit de vote"),
        (yes("seat-1", "seat-1"), DoubleVote, "« Siège 1 » vote deux fois"),
    ],
)
def test_a_wrong_vote_by_name_is_refused(votes, error, words):
    with pytest.raises(error, match=words):
        public_vote(SEATS, VOTERS, votes, item="4")


def test_all_wrong_votes_are_told_together():
    votes = yes("maire", "absent", "seat-1", "seat-1")
    kinds = [type(fault) for fault in public_faults(SEATS, VOTERS, votes)]
    assert kinds == [UnknownSeat, VoteByAbsent, DoubleVote]


def test_a_secret_poll_is_not_noted_by_name_nor_a_public_one_by_counts():
    with pytest.raises(WrongPoll):
        public_vote(SEATS, VOTERS, [], poll_type="secret")
    with pytest.raises(WrongPoll):
        secret_vote(3, [Ballot("", Tally(yes=3))], poll_type="aloud")


def test_a_secret_vote_makes_the_number_of_voters():
    ballot = Ballot("Nomination", Tally(yes=8, no=3, blank=2))
    assert secret_vote(13, [ballot]).ballots == (ballot,)
    with pytest.raises(VotesDoNotAddUp, match="font 13 alors qu'il y a 12"):
        secret_vote(12, [ballot], item="4")


def test_linked_ballots_share_the_papers():
    first = Ballot("Anne", Tally(yes=7, blank=1))
    second = Ballot("Paul", Tally(yes=5))
    assert left_for([first], 13) == 5
    vote = secret_vote(13, [first, second], linked=True)
    assert joint_tally(vote, "Anne") == Tally(yes=7, no=5, abstain=1)
    assert decide(joint_tally(vote, "Anne")).result is Result.ADOPTED
    assert decide(joint_tally(vote, "Paul")).result is Result.REJECTED


def test_linked_ballots_do_not_give_more_than_there_are_voters():
    ballots = [Ballot("Anne", Tally(yes=7)), Ballot("Paul", Tally(yes=7))]
    with pytest.raises(LinkedBallotTooLarge, match="14 voix"):
        secret_vote(13, ballots, linked=True)
    with pytest.raises(VotesDoNotAddUp):
        secret_vote(15, ballots, linked=True)


def test_a_count_is_not_negative():
    with pytest.raises(NegativeCount, match="« -1 »"):
        Tally(yes=-1)


@given(
    values=st.lists(
        st.sampled_from(VoteValue), min_size=len(VOTERS), max_size=len(VOTERS)
    )
)
def test_the_counts_always_make_the_number_of_voters(values):
    given = [(seat.id, value) for seat, value in zip(VOTERS, values, strict=True)]
    vote = public_vote(SEATS, VOTERS, given)
    assert vote.tally.voters == len(VOTERS)
    assert sum(len(vote.who(value)) for value in VoteValue) == len(VOTERS)


@given(yes=COUNTS, no=COUNTS, abstain=COUNTS, blank=COUNTS)
def test_the_majority_is_symmetrical_and_blind_to_abstentions(yes, no, abstain, blank):
    result = decide(Tally(yes=yes, no=no, abstain=abstain, blank=blank)).result
    assert result is decide(Tally(yes=yes, no=no)).result
    mirror = decide(Tally(yes=no, no=yes)).result
    if yes == no:
        assert result is mirror is Result.REJECTED
    else:
        assert {result, mirror} == {Result.ADOPTED, Result.REJECTED}


@given(yes=COUNTS, no=COUNTS)
def test_one_more_yes_never_loses_a_vote(yes, no):
    if decide(Tally(yes=yes, no=no)).result is Result.ADOPTED:
        assert decide(Tally(yes=yes + 1, no=no)).result is Result.ADOPTED


def test_a_tie_rejects_in_the_council():
    outcome = decide(Tally(yes=6, no=6, abstain=1))
    assert (outcome.result, outcome.tie) == (Result.REJECTED, True)
    assert outcome.explanation == (
        "Partage des voix (6 contre 6) : la proposition est rejetée."
    )


@pytest.mark.parametrize(
    ("facts", "result"),
    [
        (Circumstances(president=1), Result.POSTPONED),
        (Circumstances(president=1, ties_before=1), Result.POSTPONED),
        (Circumstances(president=1, ties_before=2), Result.ADOPTED),
        (Circumstances(president=-1, ties_before=2), Result.REJECTED),
        (Circumstances(president=1, urgent=True), Result.ADOPTED),
        (Circumstances(president=-1, urgent=True), Result.REJECTED),
        (Circumstances(president=0, urgent=True), Result.REJECTED),
    ],
)
def test_a_tie_in_the_college_waits_unless_the_president_may_settle_it(facts, result):
    outcome = decide(Tally(yes=3, no=3), "votes_cast", "college", facts, TIES)
    assert (outcome.result, outcome.tie) == (result, True)


def test_a_president_with_a_casting_vote_settles_every_tie():
    tally = Tally(yes=3, no=3)
    won = decide(tally, tie_rule="president", circumstances=Circumstances(president=1))
    assert won.result is Result.ADOPTED


def test_the_president_s_voice_is_read_from_the_vote_by_name():
    vote = with_value(everybody(VOTERS), VoteValue.NO, group="opposition")
    assert (vote.voice("seat-0"), vote.voice("seat-12")) == (1, -1)
    assert vote.voice("absent") == 0
    abstaining = with_value(vote, VoteValue.ABSTAIN)
    assert abstaining.voice("seat-0") == 0


def test_nobody_expressed_means_rejected_under_every_tie_rule():
    for rule in ("rejected", "president", "college"):
        facts = Circumstances(president=1, urgent=True)
        outcome = decide(Tally(abstain=5), "votes_cast", rule, facts, TIES)
        assert (outcome.result, outcome.tie) == (Result.REJECTED, False)


@pytest.mark.parametrize(
    ("yes", "present", "result"),
    [(9, 13, "adopted"), (8, 13, "rejected"), (8, 12, "adopted"), (0, 0, "rejected")],
)
def test_urgency_needs_two_thirds_of_those_present(yes, present, result):
    assert share_of_present(yes, present, Fraction(2, 3)).result == result


def test_a_two_thirds_rule_counts_who_is_there_not_who_votes():
    facts = Circumstances(present=13)
    tally = Tally(yes=8, abstain=5)
    outcome = decide(tally, "two_thirds_present", circumstances=facts)
    assert outcome.result is Result.REJECTED
