from communes.search.domain.results import Piece
from communes.search.domain.snippet import mark_words
from communes.search.domain.snippet import pieces
from communes.search.domain.snippet import to_html
from hypothesis import given
from hypothesis import strategies as st


def test_a_marked_word_becomes_a_piece_of_its_own():
    assert pieces("la \x02taxe\x03 sur") == (
        Piece("la "),
        Piece("taxe", found=True),
        Piece(" sur"),
    )


@given(st.text(alphabet="ab \x02\x03<&"))
def test_marks_never_stay_in_a_piece(text):
    made = "".join(piece.text for piece in pieces(text))
    assert not {"\x02", "\x03"} & set(made)
    assert made.replace(" ", "") == text.replace("\x02", "").replace(
        "\x03", ""
    ).replace(" ", "")


def test_words_are_marked_whatever_their_case_and_accents():
    assert mark_words("Les Écoles", ("ecoles",)) == (
        Piece("Les "),
        Piece("Écoles", found=True),
    )
    assert mark_words("Les Écoles", ("taxe",)) == ()


def test_markup_of_a_text_is_shown_and_never_works():
    made = to_html((Piece("<b>"), Piece('taxe & "x', found=True)))
    assert made == "&lt;b&gt;<mark>taxe &amp; &quot;x</mark>"
