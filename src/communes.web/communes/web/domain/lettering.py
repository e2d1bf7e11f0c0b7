"""Lists from A to Z, as a French reader looks for a word."""

from collections.abc import Callable
from collections.abc import Iterable
from typing import TypeVar
from unicodedata import normalize


T = TypeVar("T")
#: Under which what begins with no letter stands.
OTHERS = "0-9"


def by_letter(
    things: Iterable[T], called: Callable[[T], str]
) -> list[tuple[str, list[T]]]:
    """Return things under the letter of their name, from A to Z, then the others.

    « École » stands under E: accents do not count.
    """
    found: dict[str, list[T]] = {}
    for one in sorted(things, key=lambda each: _bare(called(each))):
        first = _bare(called(one))[:1].upper()
        letter = first if first.isascii() and first.isalpha() else OTHERS
        found.setdefault(letter, []).append(one)
    others = found.pop(OTHERS, None)
    return [*sorted(found.items()), *([(OTHERS, others)] if others else [])]


def _bare(text: str) -> str:
    kept = normalize("NFKD", text.replace("œ", "oe").replace("Œ", "Oe"))
    return "".join(sign for sign in kept if sign.isascii()).casefold().strip()
