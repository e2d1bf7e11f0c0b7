"""Words that may be proposed, and which of them someone meant."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.search.language.domain.words import fold
from communes.search.language.domain.words import is_function_word
import re


MOST_WORDS = 60
LEAST_LETTERS = 3
LONGEST = 40
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def entries(texts: Iterable[str]) -> list[str]:
    """Return the words of ``texts`` worth proposing, each as "folded word".

    So a prefix without accents finds the word with them. No numbers, no words of
    grammar; ``MOST_WORDS`` at most.
    """
    found: dict[str, None] = {}
    for text in texts:
        for word in _WORD.findall(text.lower()):
            if _is_telling(word):
                found.setdefault(f"{fold(word)} {word}")
    return list(found)[:MOST_WORDS]


def word_of(entry: str) -> str:
    """Return the word of an entry, as it is written."""
    return entry.partition(" ")[2]


def tail_of(text: str) -> tuple[str, str]:
    """Return what stands before the last word of ``text``, and that word."""
    words = text.split()
    return (" ".join(words[:-1]), words[-1]) if words else ("", "")


def meant(word: str, counted: Mapping[str, int]) -> str:
    """Return the word nearest to ``word``, or "" when none is near, or it is one.

    :param counted: entries and how many documents hold them; of two as near the more
        frequent one is meant.
    """
    typed = fold(word)
    allowed = 1 if len(typed) <= 5 else 2
    best: tuple[int, int, str] | None = None
    for entry, count in counted.items():
        folded = entry.partition(" ")[0]
        if folded == typed:
            return ""
        far = distance(typed, folded, allowed)
        if far <= allowed and (best is None or (far, -count, entry) < best):
            best = (far, -count, entry)
    return word_of(best[2]) if best else ""


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters to change, add, drop or swap; over ``most`` is enough."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [at]
        for to, wanted in enumerate(other, start=1):
            cost = min(
                before[to] + 1,
                row[to - 1] + 1,
                before[to - 1] + (letter != wanted),
            )
            swapped = (
                at > 1 and to > 1 and (letter, one[at - 2]) == (other[to - 2], wanted)
            )
            row.append(min(cost, earlier[to - 2] + 1) if swapped else cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _is_telling(word: str) -> bool:
    if not LEAST_LETTERS <= len(word) <= LONGEST:
        return False
    return any(map(str.isalpha, word)) and not is_function_word(word)
