"""The door to the counters: numbers that are unique and leave no gap.

A number belongs to the transaction that draws it. Aborted, it is given back;
committed at the same time as another taker's, one of the two meets a conflict,
is run again (by the publisher, or by ``communes.core.transactions``) and gets the
next number. The price is that takers of one counter commit one after the other:
draw the number as the last step of a use case, name a counter per series and year
("college-2026") rather than one for everything, and keep counters on the object
the series belongs to (an assembly) rather than on the site.
"""

from communes.core.numbering.errors import NumberAlreadyTaken
from communes.core.numbering.storage import counter_of
from communes.core.numbering.storage import ensure_counter


def take(context: object, counter: str) -> int:
    """Draw the next number of a series, in the current transaction.

    :param context: the annotatable object the series belongs to.
    :param counter: name of the series; a new series starts at 1.
    :return: a number nobody else has or will have, one more than the last.
    """
    return ensure_counter(context, counter).take()


def peek(context: object, counter: str) -> int:
    """Return the number ``take`` would give now, without drawing it.

    It is a forecast for a screen: another taker may have it first.
    """
    found = counter_of(context, counter)
    return 1 if found is None else found.following


def start_at(context: object, counter: str, number: int) -> None:
    """Let a series go on from ``number``, as when another register is taken over.

    :raises NumberAlreadyTaken: the series has already passed ``number``.
    """
    current = peek(context, counter)
    if number < current:
        raise NumberAlreadyTaken(
            field="number", counter=counter, current=current, wanted=number
        )
    ensure_counter(context, counter).following = number
