from communes.search.suggest.domain import distance
from communes.search.suggest.domain import entries
from communes.search.suggest.domain import meant
from communes.search.suggest.domain import MOST_WORDS
from communes.search.suggest.domain import tail_of
from communes.search.suggest.domain import word_of
from hypothesis import given
from hypothesis import strategies as st
import pytest


WORDS = {"voirie voirie": 9, "vitre vitre": 2, "ecole école": 4, "voitures voitures": 1}
LETTERS = st.text(alphabet="abc", max_size=6)


def test_telling_words_become_entries_with_and_without_accents():
    assert entries(["L'École du Centre, 2026", "école"]) == [
        "ecole école",
        "centre centre",
    ]
    assert word_of("ecole école") == "école"


def test_entries_are_few():
    assert len(entries([" ".join(f"mot{n}x" for n in range(200))])) == MOST_WORDS


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("voirrie", "voirie"),
        ("vorie", "voirie"),
        ("ecoel", "école"),
        ("voirie", ""),
        ("école", ""),
        ("parking", ""),
    ],
)
def test_the_nearest_word_is_meant_unless_it_is_one(typed, found):
    assert meant(typed, WORDS) == found


def test_of_two_as_near_the_more_frequent_is_meant():
    assert meant("salla", {"salle salle": 1, "salto salto": 5}) == "salle"
    assert meant("taxa", {"taxe taxe": 1, "taxi taxi": 5}) == "taxi"


@given(LETTERS, LETTERS)
def test_distance_is_symmetric_and_zero_for_the_same_only(one, other):
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) is (one == other)


@given(LETTERS, LETTERS, st.integers(0, 3))
def test_distance_beyond_the_most_is_only_known_to_be_beyond(one, other, most):
    exact = distance(one, other, 99)
    limited = distance(one, other, most)
    assert limited == exact if exact <= most else limited > most


def test_a_swap_is_one_step():
    assert distance("vioe", "voie", 2) == 1


def test_the_last_word_is_what_is_being_typed():
    assert tail_of("taxe sur les éc") == ("taxe sur les", "éc")
    assert tail_of("  ") == ("", "")
