"""Minutes speak the French of Belgium, and name people as the law asks."""

from communes.core.parts.domain.writing import counted
from communes.core.parts.domain.writing import date_in_words
from communes.core.parts.domain.writing import long_date
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.tally import Tally
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.vote_wording import urgency_words
from communes.deliberations.domain.vote_wording import vote_words
from communes.deliberations.domain.votes import Ballot
from communes.deliberations.domain.votes import everybody
from communes.deliberations.domain.votes import public_vote
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.domain.votes import SecretVote
from communes.deliberations.domain.votes import with_value
from communes.deliberations.domain.wording import agreed
from communes.deliberations.domain.wording import belonging_to
from communes.deliberations.domain.wording import elided
from communes.deliberations.domain.wording import hour
from communes.deliberations.domain.wording import listing
from communes.deliberations.domain.wording import of
from communes.deliberations.domain.wording import person
from communes.deliberations.domain.wording import titled
from datetime import date
from datetime import time
from hypothesis import given
from hypothesis import strategies as st
import pytest


ANNE = Seat("a", "Anne Lejeune", "échevine", "f", group="majorite")
PAUL = Seat("p", "Paul Dubois", "conseiller", "m", group="opposition")
ZOE = Seat("z", "Zoé Henry", group="opposition")
ROOM = (ANNE, PAUL, ZOE)


def test_dates_are_written_in_full():
    assert date_in_words(date(2023, 5, 22)) == "22 mai 2023"
    assert date_in_words(date(2024, 8, 1)) == "1er août 2024"
    assert long_date(date(2023, 5, 22)) == "lundi 22 mai 2023"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(20), "20 heures"),
        (time(20, 5), "20 heures 05"),
        (time(1), "1 heure"),
        (time(0, 30), "0 heure 30"),
    ],
)
def test_hours_are_written_in_words(moment, words):
    assert hour(moment) == words


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["A"], "A"), (["A", "B"], "A et B"), (["A", "B", "C"], "A, B et C")],
)
def test_a_list_ends_with_et(words, text):
    assert listing(words) == text


def test_nobody_is_called_what_we_do_not_know():
    assert [person(seat) for seat in ROOM] == [
        "Madame Anne Lejeune",
        "Monsieur Paul Dubois",
        "Zoé Henry",
    ]
    assert titled(ANNE) == "Madame Anne Lejeune, échevine"
    assert titled(ZOE) == "Zoé Henry"
    assert titled(Seat("e-2", "Échevin 2", "échevin")) == "Échevin 2"
    cpas = Seat("cpas", "Présidente du CPAS", "présidente du CPAS, conseillère")
    assert titled(cpas) == "Présidente du CPAS, conseillère"
    assert person(Seat("x", "Lou Martin", gender="x")) == "Lou Martin"


def test_a_participle_is_feminine_only_for_women_alone():
    assert agreed("Excusé", (ANNE,)) == "Excusée"
    assert agreed("Excusé", (ANNE, ANNE)) == "Excusées"
    assert agreed("Excusé", ROOM) == "Excusés"
    assert agreed("Excusé", (ZOE,)) == "Excusé"


@pytest.mark.parametrize(
    ("name", "contracted"),
    [
        ("le Conseil communal", "du Conseil communal"),
        ("les Chambres réunies", "des Chambres réunies"),
        ("la Commission", "de la Commission"),
        ("l'Assemblée générale", "de l'Assemblée générale"),
    ],
)
def test_the_article_contracts(name, contracted):
    assert of(name) == contracted


def test_de_elides_before_a_vowel():
    assert elided("Anne Lejeune") == "d'Anne Lejeune"
    assert elided("Émile Petit") == "d'Émile Petit"
    assert elided("Madame Anne Lejeune") == "de Madame Anne Lejeune"


def test_below_two_a_noun_is_singular():
    assert counted(0, "abstention") == "0 abstention"
    assert counted(1, "abstention") == "1 abstention"
    assert counted(2, "abstention") == "2 abstentions"


def test_a_unanimous_vote_is_said_so():
    assert vote_words(everybody(ROOM)) == "à l'unanimité"


def test_one_of_several_votes_begins_with_its_label():
    vote = public_vote(
        ROOM, ROOM, [(seat.id, VoteValue.YES) for seat in ROOM], label="Amendement 1"
    )
    assert vote_words(vote) == "Amendement 1 : à l'unanimité"


def test_against_and_abstentions_are_named_and_for_is_only_counted():
    vote = PublicVote(
        ((ANNE, VoteValue.YES), (PAUL, VoteValue.NO), (ZOE, VoteValue.ABSTAIN))
    )
    assert vote_words(vote) == (
        "par 1 voix pour, 1 voix contre (Monsieur Paul Dubois) et 1 abstention "
        "(Zoé Henry)"
    )


def test_an_abstention_breaks_unanimity():
    vote = with_value(everybody(ROOM), VoteValue.ABSTAIN, group="opposition")
    assert vote_words(vote) == (
        "par 1 voix pour, 0 voix contre et 2 abstentions (Monsieur Paul Dubois et "
        "Zoé Henry)"
    )


def test_who_does_not_vote_is_told():
    vote = PublicVote(((ANNE, VoteValue.YES), (ZOE, VoteValue.DOES_NOT_VOTE)))
    assert vote_words(vote).endswith("et 1 membre n'ayant pas voté (Zoé Henry)")


def secret(*ballots, linked=False):
    voters = ballots[0].tally.voters
    return SecretVote(voters, ballots, linked)


def test_a_secret_vote_gives_counts_only():
    vote = secret(Ballot("", Tally(yes=8, no=3, abstain=1, blank=2)))
    assert vote_words(vote) == (
        "au scrutin secret, par 8 voix pour, 3 voix contre, 1 abstention et "
        "2 bulletins blancs"
    )
    unanimous = secret(Ballot("", Tally(yes=8)))
    assert vote_words(unanimous) == "au scrutin secret, à l'unanimité"


def test_candidates_are_told_one_after_the_other():
    anne, paul = Ballot("Anne", Tally(yes=7, blank=1)), Ballot("Paul", Tally(yes=5))
    assert vote_words(secret(anne, paul, linked=True)) == (
        "au scrutin secret : Anne obtient 7 voix, Paul obtient 5 voix et "
        "1 bulletin blanc"
    )
    apart = secret(Ballot("Anne", Tally(yes=2)), Ballot("Paul", Tally(yes=1, no=1)))
    assert vote_words(apart) == (
        "au scrutin secret, Anne : à l'unanimité ; Paul : par 1 voix pour, "
        "1 voix contre et 0 abstention"
    )


def test_urgency_names_those_who_declared_it():
    assert urgency_words((ANNE, ZOE), 2) == (
        "à l'unanimité des membres présents (Madame Anne Lejeune et Zoé Henry)"
    )
    assert urgency_words((ANNE, ZOE), 3) == (
        "par 2 des 3 membres présents (Madame Anne Lejeune et Zoé Henry)"
    )


@given(
    values=st.lists(st.sampled_from(VoteValue), min_size=len(ROOM), max_size=len(ROOM))
)
def test_a_yes_is_never_tied_to_a_name(values):
    vote = PublicVote(tuple(zip(ROOM, values, strict=True)))
    told = vote_words(vote)
    for seat, value in vote.values:
        named = value not in (VoteValue.YES, VoteValue.NOT_ENCODED)
        assert (seat.name in told) == named


@given(
    counts=st.fixed_dictionaries(
        {name: st.integers(0, 9) for name in ("yes", "no", "abstain", "blank")}
    )
)
def test_a_secret_vote_names_nobody(counts):
    told = vote_words(SecretVote(sum(counts.values()), (Ballot("", Tally(**counts)),)))
    assert told.startswith("au scrutin secret")
    assert not any(seat.name in told for seat in ROOM)


@pytest.mark.parametrize(
    "seat,words",
    [
        (Seat("b", "Bourgmestre", "bourgmestre"), "du Bourgmestre"),
        (Seat("e", "Échevin 2", "échevin"), "de l'Échevin 2"),
        (Seat("p", "Présidente", "présidente"), "de la Présidente"),
        (Seat("a", "Anne Lejeune", "échevine"), "d'Anne Lejeune, échevine"),
        (
            Seat("a", "Anne Lejeune", "échevine", "f"),
            "de Madame Anne Lejeune, échevine",
        ),
    ],
)
def test_a_chair_is_named_as_french_wants(seat, words):
    assert belonging_to(seat) == words
