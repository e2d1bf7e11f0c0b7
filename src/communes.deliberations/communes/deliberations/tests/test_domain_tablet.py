"""A vote on tablets: one paper a seat, changeable, and a secret nothing can tell."""

from communes.deliberations.domain.tablet import box
from communes.deliberations.domain.tablet.errors import NoBallotOpen
from communes.deliberations.domain.tablet.errors import NotCalledToVote
from communes.deliberations.domain.tablet.errors import PaperTaken
from communes.deliberations.domain.tablet.errors import UnknownChoice
from communes.deliberations.domain.tablet.errors import WrongPaper
from communes.deliberations.domain.tally import Tally
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import Ballot as Counts
from communes.deliberations.domain.votes import secret_vote
from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
import pytest


SEATS = tuple(f"siege-{number}" for number in range(40))
SECRET = box.Ballot(
    "b1", "item", "secret", SEATS, {f"compte-{seat}": seat for seat in SEATS}
)
NAMES = replace(SECRET, candidates=("Mme Hennaux", "M. Sacré"))
KEY = "clé de la boîte"
NUMBER = "0123456789abcdef0123456789abcdef"


def test_only_who_sits_among_the_voters_votes():
    assert box.seat_of(SECRET, "compte-siege-3") == "siege-3"
    with pytest.raises(NotCalledToVote):
        box.seat_of(SECRET, "hugo.massart")
    with pytest.raises(NotCalledToVote):
        box.seat_of(replace(SECRET, voters=SEATS[:3]), "compte-siege-3")
    with pytest.raises(NoBallotOpen):
        box.seat_of(None, "compte-siege-3")


def test_a_seat_takes_one_paper():
    proof = box.sign(SECRET, "siege-1", set(), NUMBER, KEY)
    assert box.mark(SECRET, NUMBER, proof, KEY)
    with pytest.raises(PaperTaken):
        box.sign(SECRET, "siege-1", {"siege-1"}, NUMBER[::-1], KEY)


def test_a_paper_of_another_ballot_or_a_made_up_one_is_refused():
    proof = box.sign(SECRET, "siege-1", set(), NUMBER, KEY)
    for ballot, number in ((replace(SECRET, id="b2"), NUMBER), (SECRET, NUMBER[::-1])):
        with pytest.raises(WrongPaper):
            box.mark(ballot, number, proof, KEY)
    with pytest.raises(WrongPaper):
        box.sign(SECRET, "siege-1", set(), "1", KEY)


def test_a_paper_tells_neither_its_number_nor_a_seat():
    """The same number gives the same mark whoever took it: it holds no seat."""
    marks = {
        box.mark(SECRET, NUMBER, box.sign(SECRET, seat, (), NUMBER, KEY), KEY)
        for seat in SEATS
    }
    (only,) = marks
    assert NUMBER not in only


@pytest.mark.parametrize(("ballot", "choice"), [(SECRET, "blank"), (NAMES, "yes")])
def test_an_answer_that_is_not_offered_is_refused(ballot, choice):
    with pytest.raises(UnknownChoice):
        box.check_choice(ballot, choice)


@given(st.lists(st.sampled_from(box.ANSWERS), max_size=40))
def test_the_counts_make_the_number_of_voters_whoever_voted(choices):
    rows = box.secret_counts(SECRET, choices, 40)
    ballots = [Counts(label, Tally(**counts)) for label, counts in rows]
    vote = secret_vote(40, ballots)
    assert vote.ballots[0].tally.does_not_vote == 40 - len(choices)


@given(st.lists(st.sampled_from(NAMES.choices), max_size=40))
def test_candidates_share_the_papers(choices):
    rows = box.secret_counts(NAMES, choices, 40)
    ballots = [Counts(label, Tally(**counts)) for label, counts in rows]
    vote = secret_vote(40, ballots, linked=True)
    assert [one.label for one in vote.ballots] == list(NAMES.candidates)
    assert sum(one.tally.voters for one in vote.ballots) == 40


@given(st.lists(st.sampled_from(box.ANSWERS), max_size=40), st.randoms())
def test_the_order_of_the_papers_does_not_matter(choices, chance):
    shuffled = list(choices)
    chance.shuffle(shuffled)
    assert box.counted(choices) == box.counted(shuffled)


def test_who_says_nothing_in_a_public_vote_does_not_vote():
    found = box.public_values({"siege-0": "no"}, SEATS[:2])
    assert found == {
        "siege-0": VoteValue.NO,
        "siege-1": VoteValue.DOES_NOT_VOTE,
    }
