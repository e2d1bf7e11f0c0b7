from communes.search.domain.errors import TextTooLong
from communes.search.domain.text import escape
from communes.search.domain.text import MAX_CHARACTERS
from communes.search.domain.text import MAX_WORDS
from communes.search.domain.text import plain
from communes.search.domain.text import words_of
import pytest
import unicodedata


def test_words_keep_references_whole():
    assert words_of("CC-2026/11/012, art. L1122-30") == (
        "CC-2026/11/012,",
        "art.",
        "L1122-30",
    )


def test_words_without_letter_or_digit_disappear():
    assert words_of('* ?? - "" && école') == ("école",)


def test_words_are_composed_whatever_keyboard_made_them():
    decomposed = unicodedata.normalize("NFD", "délibérations")
    assert words_of(decomposed) == ("délibérations",)


def test_null_bytes_and_controls_only_separate_words():
    assert words_of("taxe\x00égouts\x1fvoirie\u200b") == ("taxe", "égouts", "voirie")


@pytest.mark.parametrize(
    "text", ["x" * (MAX_CHARACTERS + 1), "x" * 10_000, "a " * (MAX_WORDS + 1)]
)
def test_more_than_a_question_is_refused(text):
    with pytest.raises(TextTooLong) as refusal:
        words_of(text)
    assert str(MAX_WORDS) in str(refusal.value)


@pytest.mark.parametrize("word", ["AND", "OR", "NOT", "TO"])
def test_operators_become_words(word):
    assert escape(word) == word.lower()


def test_every_sign_of_the_engine_is_escaped():
    assert escape('{!term f="x"}*:*~2^3') == r"\{\!term f\=\"x\"\}\*\:\*\~2\^3"


def test_letters_digits_and_apostrophes_stay():
    assert escape("l'achat") == "l'achat"
    assert escape("2023") == "2023"


def test_plain_leaves_nothing_to_the_catalogue_to_interpret():
    assert plain("l'achat*") == "l achat"
    assert plain("AND") == "and"
    assert plain("CC-2026/11/012") == "CC 2026 11 012"
