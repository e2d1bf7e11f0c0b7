"""What a person types, made into words that no search engine interprets."""

from communes.search.domain.errors import TextTooLong
import unicodedata


MAX_CHARACTERS = 500
MAX_WORDS = 40
_SPECIAL = frozenset('+-&|!(){}[]^"~*?:\\/<>=@#$%;,`')
_OPERATORS = frozenset(("AND", "OR", "NOT", "TO"))


def words_of(text: str, field: str = "text") -> tuple[str, ...]:
    """Return the words of ``text``, composed, without what holds no letter or digit.

    Control characters separate words like spaces; ``field`` is named in a refusal.

    :raises TextTooLong: more than ``MAX_CHARACTERS`` or ``MAX_WORDS``.
    """
    if len(text) > MAX_CHARACTERS:
        raise TextTooLong(field, words=MAX_WORDS, characters=MAX_CHARACTERS)
    composed = unicodedata.normalize("NFC", text)
    spaced = "".join(
        " " if unicodedata.category(sign).startswith("C") else sign for sign in composed
    )
    words = [word for word in spaced.split() if any(map(str.isalnum, word))]
    if len(words) > MAX_WORDS:
        raise TextTooLong(field, words=MAX_WORDS, characters=MAX_CHARACTERS)
    return tuple(words)


def escape(word: str) -> str:
    """Return ``word`` so that Solr's query parsers read it as nothing but a word."""
    if word in _OPERATORS:
        return word.lower()
    return "".join(f"\\{sign}" if sign in _SPECIAL else sign for sign in word)


def plain(word: str) -> str:
    """Return ``word`` without anything that ZCatalog's text index interprets."""
    kept = "".join(sign if sign.isalnum() else " " for sign in word).split()
    return " ".join(
        part.lower() if part.upper() in _OPERATORS else part for part in kept
    )
