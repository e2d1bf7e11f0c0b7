"""What citizens find by words in a public programme."""

from collections.abc import Iterable
from communes.pst.domain.public import PublicElement
from communes.pst.domain.public_reading import PublicProgramme
from communes.pst.domain.report import words_of
import re
import unicodedata


_WORD = re.compile(r"\w+")
#: Words shorter than this find too much by their beginning: they must stand whole.
_WHOLE_BELOW = 3


def matching(programme: PublicProgramme, text: str) -> tuple[PublicElement, ...]:
    """Return the elements in whose title or text each word begins one, or is one.

    Accents and capitals do not count. Those whose title holds all words come first,
    then the order of the tree.
    """
    wanted = _words(text)
    if not wanted:
        return ()
    in_title, elsewhere = [], []
    for element in programme.elements:
        title = _words(element.title)
        if _holds(title, wanted):
            in_title.append(element)
        elif _holds({*title, *_words(words_of(element.text or ""))}, wanted):
            elsewhere.append(element)
    return (*in_title, *elsewhere)


def _holds(known: Iterable[str], wanted: set[str]) -> bool:
    return all(
        any(
            word.startswith(one) if len(one) >= _WHOLE_BELOW else word == one
            for word in known
        )
        for one in wanted
    )


def _words(text: str) -> set[str]:
    parted = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in parted if not unicodedata.combining(sign))
    return set(_WORD.findall(plain))
