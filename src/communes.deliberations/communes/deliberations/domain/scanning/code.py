"""The code of an item on paper: what it says, and which item it names."""

from collections.abc import Iterable
import re


#: What our codes begin with; other codes on a page (a payment, a parcel) do not.
PREFIX = "communes:"
_LONGEST = 100
_OURS = re.compile(rf"{PREFIX}([0-9a-f]{{32}})")


def code_of(uid: str) -> str:
    """Return what the code of an item says: its UID, and nothing of the matter."""
    return f"{PREFIX}{uid}"


def uid_in(texts: Iterable[str]) -> str:
    """Return the UID our code among ``texts`` names; empty when there is none."""
    for text in texts:
        found = _OURS.fullmatch(text.strip())
        if found is not None:
            return found[1]
    return ""


def labels_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the other codes, which an item may have as its external identifier."""
    stripped = (text.strip() for text in texts)
    fitting = (one for one in stripped if 0 < len(one) <= _LONGEST)
    return tuple(one for one in fitting if not uid_in([one]))
