"""Numbers that people type in several ways, put together as they are indexed."""

from collections.abc import Iterable
from collections.abc import Iterator
from itertools import groupby
from itertools import islice
import re


# "L 1122-30", "art. L. 1122-30": the letter of a code and the number are one word.
_CODE_LETTER = re.compile(r"[LRD]\.?", re.IGNORECASE)
_ARTICLE = re.compile(r"\d{3,4}-\d+\S*")
_GROUP = re.compile(r"(?:[A-Z]{2})?\d+", re.ASCII | re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?=.*\d)\W*\w+(?:[-/.]\w+)+\W*|\W*(?:[A-Z]{2})?\d{6,}\W*", re.IGNORECASE
)
# A national number, a structured communication or an account, typed with spaces.
_LEAST_DIGITS = 9
_MOST_DIGITS = 20
_DIGIT = re.compile(r"\d")
_SIGNS = ".,;:()"
_LONGEST = 80
_MOST_NUMBERS = 20_000


def join_references(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words with the parts of one reference made one word.

    "L 1122-30" becomes "L1122-30"; "85 07 30 033 61" becomes "85073003361". Short
    runs of numbers stay apart: "10 12 2026" may be a date.
    """
    return tuple(
        joined
        for is_number, run in groupby(_articles(words), _is_group)
        for joined in (_numbers(list(run)) if is_number else run)
    )


def numbers_of(texts: Iterable[str]) -> str:
    """Return the words of ``texts`` that hold a digit, each once, as one text.

    What is one reference though written with spaces ("L 1122-30", "BE12 3630 0000
    0059") is there in one word too. At most ``_MOST_NUMBERS``, of usual length.
    """
    found: dict[str, None] = {}
    for text in texts:
        run: list[str] = []
        for word, before, follows in _numbered(text):
            if _CODE_LETTER.fullmatch(before) and _ARTICLE.match(word):
                found[f"{before.rstrip('.')}{word}"] = None
            found[word] = None
            bare = word.strip(_SIGNS)
            if not (follows and _is_group(bare)):
                found.update(dict.fromkeys(_joined(run)))
                run = []
            if _is_group(bare):
                run.append(bare)
        found.update(dict.fromkeys(_joined(run)))
    kept = (word for word in found if len(word) <= _LONGEST)
    return " ".join(islice(kept, _MOST_NUMBERS))


def _numbered(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield each word that holds a digit, the word before it, and whether it follows
    right upon the one yielded before. Looks at the digits only: most words have none.
    """
    line = " ".join(text.split())
    end = -1
    digit = _DIGIT.search(line)
    while digit:
        first = line.rfind(" ", 0, digit.start()) + 1
        follows = end >= 0 and first == end + 1
        end = line.find(" ", digit.end())
        end = len(line) if end < 0 else end
        until = max(first - 1, 0)
        yield line[first:end], line[line.rfind(" ", 0, until) + 1 : until], follows
        digit = _DIGIT.search(line, end)


def _joined(run: list[str]) -> list[str]:
    digits = sum(map(len, run))
    fits = len(run) > 1 and _LEAST_DIGITS <= digits <= _MOST_DIGITS
    return ["".join(run)] if fits else []


def is_reference(words: tuple[str, ...]) -> bool:
    """Tell whether a notion is the number of a file, an article, an account, a person.

    A year or a small number is not.
    """
    return len(words) == 1 and bool(_REFERENCE.fullmatch(words[0]))


def _articles(words: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for word in words:
        if found and _CODE_LETTER.fullmatch(found[-1]) and _ARTICLE.fullmatch(word):
            found[-1] = f"{found[-1].rstrip('.')}{word}"
        else:
            found.append(word)
    return found


def _is_group(word: str) -> bool:
    return bool(_GROUP.fullmatch(word))


def _numbers(run: list[str]) -> list[str]:
    digits = sum(sign.isdigit() for word in run for sign in word)
    return ["".join(run)] if len(run) > 1 and digits >= _LEAST_DIGITS else run
