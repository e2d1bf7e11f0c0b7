"""Work done outside the publisher meets conflicts too, and must try again."""

from collections.abc import Callable
import random
import time
import transaction
from transaction.interfaces import TransientError
from typing import TypeVar


T = TypeVar("T")

FIRST_PAUSE_SECONDS = 0.01
LONGEST_PAUSE_SECONDS = 1.0


def run_with_retries(
    work: Callable[[], T],
    attempts: int = 12,
    pause: Callable[[float], object] = time.sleep,
) -> T:
    """Run ``work`` in a transaction of its own, commit it, and return what it gave.

    A conflict with another process aborts the transaction and runs ``work`` again
    from its beginning, after a pause that doubles and is drawn at random so that
    two losers do not meet again. ``work`` must therefore do everything inside the
    database. Requests need none of this: the publisher retries them.

    :param attempts: how many times ``work`` may be run in all.
    :param pause: what waits, in seconds.
    :raises TransientError: the last attempt met a conflict as well.
    :raises Exception: whatever ``work`` raises, after the transaction is aborted.
    """
    longest = FIRST_PAUSE_SECONDS
    for attempt in range(1, attempts + 1):
        transaction.begin()
        try:
            result = work()
            transaction.commit()
        except TransientError:
            transaction.abort()
            if attempt == attempts:
                raise
            pause(random.uniform(0, longest))  # noqa: S311 - spreads, hides nothing
            longest = min(longest * 2, LONGEST_PAUSE_SECONDS)
        except BaseException:
            transaction.abort()
            raise
        else:
            return result
    raise ValueError("attempts must be at least 1")
