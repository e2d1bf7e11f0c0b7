"""Where one message stands, and what that means for those behind it."""

from collections.abc import Iterable
from enum import StrEnum


class State(StrEnum):
    """Where a message stands in its lane."""

    WAITING = "waiting"
    DONE = "done"
    REFUSED = "refused"
    DROPPED = "dropped"


#: What the others of the lane need not wait for.
PASSED = frozenset({State.DONE, State.DROPPED})


def ready(line: Iterable[tuple[int, State]], most: int) -> list[int]:
    """Return the numbers that may go now, in their order.

    :param line: number and state of each message of a lane, in their order.
    :param most: how many at a time.

    A refused message holds those behind it: what is said of one subject is said in
    order, until an agent corrects it or drops it. Other lanes never wait for it.
    """
    found: list[int] = []
    for number, state in line:
        if state is State.REFUSED or len(found) == most:
            break
        if state is State.WAITING:
            found.append(number)
    return found
