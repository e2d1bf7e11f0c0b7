"""An intercommunale votes by shares: a setting, not code."""

from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.attendance import voices_of
from communes.deliberations.domain.majority import decide
from communes.deliberations.domain.majority import Result
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import DeliberationsSettings
from communes.deliberations.domain.settings_check import check
from communes.deliberations.domain.shares.settings import Share
from communes.deliberations.domain.shares.settings import ShareSettings
from communes.deliberations.domain.tally import Tally
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import Ballot
from communes.deliberations.domain.votes import public_vote
from communes.deliberations.domain.votes import secret_vote
from communes.deliberations.storage.plain import from_plain
from communes.deliberations.storage.plain import to_plain
from hypothesis import given
from hypothesis import strategies as st


SHARES = ShareSettings((Share("Valmont", 120), Share("delegue-3", 900)))
SEATS = tuple(
    Seat(id, id, group=group, weight=SHARES.voices(id, group))
    for id, group in (
        ("delegue-1", "Valmont"),
        ("delegue-2", "Valmont"),
        ("delegue-3", "Lesse"),
        ("delegue-4", "Lesse"),
    )
)


def test_an_intercommunale_is_data_only():
    general = AssemblySettings(
        id="ag",
        title="Assemblée générale",
        name_with_article="l'Assemblée générale",
        organ="assemblee_generale",
        shares=SHARES,
    )
    assert check(DeliberationsSettings((general,))) == ()
    assert from_plain(AssemblySettings, to_plain(general)) == general


def test_a_member_has_their_own_shares_else_those_of_the_group_else_one_voice():
    assert [seat.weight for seat in SEATS] == [120, 120, 900, 1]
    assert voices_of(SEATS) == 1141


def test_the_larger_shareholder_outweighs_the_others():
    yes, no = VoteValue.YES, VoteValue.NO
    vote = public_vote(
        SEATS,
        SEATS,
        [("delegue-1", yes), ("delegue-2", yes), ("delegue-3", no), ("delegue-4", yes)],
    )
    assert vote.tally == Tally(yes=241, no=900)
    assert decide(vote.tally).result is Result.REJECTED


def test_a_secret_vote_counts_voices_too():
    vote = secret_vote(voices_of(SEATS), [Ballot("", Tally(yes=1020, no=121))])
    assert vote.voters == 1141


@given(st.lists(st.integers(min_value=0, max_value=9999), min_size=1, max_size=20))
def test_the_voices_of_a_vote_are_those_of_its_voters(weights):
    seats = [Seat(str(at), str(at), weight=one) for at, one in enumerate(weights)]
    vote = public_vote(seats, seats, [("0", VoteValue.YES)])
    assert vote.tally.voters == voices_of(seats)
