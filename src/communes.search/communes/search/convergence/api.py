"""The door to the sweep: compare, repair, and read what the last one found."""

from collections.abc import Callable
from communes.search.convergence.domain import Drift
from communes.search.convergence.storage import last_drift
from communes.search.convergence.sweeping import Sweep
from typing import Any


def drift(site: Any) -> Drift | None:
    """Return what the last whole sweep of ``site`` found; None before the first.

    Reads one small object; asks Solr nothing.
    """
    return last_drift(site)


def sweep(
    site: Any, repair: bool = True, say: Callable[[int], None] | None = None
) -> Drift:
    """Compare every object of ``site`` with its record in Solr, and both ways.

    Begins and commits transactions, and keeps what it found for ``drift``. Flat in
    memory. What differs is asked for again as if it had just changed.

    :param repair: without it, only counts.
    :param say: takes the number compared so far, after each range.
    :raises SolrError: Solr does not answer.
    :raises TooMuchToSend: thousands of objects wait to be sent; sweep later.
    """
    running = Sweep(repair)
    while True:
        more = running.step(site)
        if say is not None:
            say(running.drift.checked)
        if not more:
            return running.drift
