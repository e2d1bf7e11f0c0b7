"""Numbers that people type in several ways, put together as they are indexed."""

from itertools import groupby
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
