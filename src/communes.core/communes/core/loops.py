"""What runs an event loop of its own gets a thread of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar


Made = TypeVar("Made")


def run_apart(call: Callable[[], Made]) -> Made:
    """Return what the call returns, or raise what it raises, from another thread.

    A library that calls ``asyncio.run`` inside fails where a loop runs already. The
    caller waits: nothing of its transaction may be touched by the call.
    """
    with ThreadPoolExecutor(1) as alone:
        return alone.submit(call).result()
