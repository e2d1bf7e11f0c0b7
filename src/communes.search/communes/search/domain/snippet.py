"""Marks around found words, made into pieces of plain text."""

from communes.search.domain.results import Piece
from communes.search.language.domain.words import fold
from html import escape
import re


# Solr writes them around a word; they have no place in any text, and one that came
# with a document could only mark it, never become markup.
BEGIN = "\x02"
END = "\x03"
_MARKED = re.compile(f"{BEGIN}([^{BEGIN}{END}]*){END}")
_WORD = re.compile(r"\w+")


def pieces(marked: str) -> tuple[Piece, ...]:
    """Return the pieces of a text in which found words stand between marks."""
    cut = _MARKED.split(_spaced(marked))
    made = [
        Piece(bare(text), found=bool(number % 2)) for number, text in enumerate(cut)
    ]
    return tuple(piece for piece in made if piece.text)


def mark_words(text: str, words: tuple[str, ...]) -> tuple[Piece, ...]:
    """Return ``text`` with these very words marked, whatever their case and accents.

    Empty when none of them stands in it.
    """
    wanted = {fold(part) for word in words for part in _WORD.findall(word)}
    marked = _WORD.sub(
        lambda found: (
            f"{BEGIN}{found[0]}{END}" if fold(found[0]) in wanted else found[0]
        ),
        bare(text),
    )
    return pieces(marked) if BEGIN in marked else ()


def to_html(text: tuple[Piece, ...]) -> str:
    """Return pieces as markup: everything escaped, ``mark`` around what was found."""
    return "".join(
        f"<mark>{escape(piece.text)}</mark>" if piece.found else escape(piece.text)
        for piece in text
    )


def bare(text: str) -> str:
    """Return a text without its marks."""
    return text.replace(BEGIN, "").replace(END, "")


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)
