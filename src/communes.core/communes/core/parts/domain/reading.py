"""How what a person types, or an address says, is read."""

from typing import TypeVar


T = TypeVar("T")
#: More digits than any number of ours has, and than the database takes.
DIGITS = 9


def whole(text: object, usual: T) -> int | T:
    """Return the number that a form or an address says, ``usual`` when it says none.

    « ² » is a digit to Python and no number to ``int``: only those of a keyboard
    count, nine at the most. What the publisher made of a name like "x:list" is no
    number either.
    """
    said = text.strip() if isinstance(text, str) else ""
    fine = said.isascii() and said.isdigit() and len(said) <= DIGITS
    return int(said) if fine else usual
