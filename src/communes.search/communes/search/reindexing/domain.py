"""How a site is cut into portions for a reindex, and how far the reindex is."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC


PORTION = 200
# As many may be missing for a reason, however small the site.
FEW = 20


@dataclass(frozen=True)
class Build:
    """An index in the making.

    :param core: its name in Solr.
    :param started: when, in seconds since the epoch.
    :param schema: the version of its schema.
    """

    core: str
    started: float
    schema: int


@dataclass(frozen=True)
class Progress:
    """How far a reindex is: objects, of ``total`` that stood when it began."""

    total: int
    done: int
    sent: int
    failed: int
    started: float
    core: str

    @property
    def share(self) -> float:
        """From 0 to 1; 1 when there is nothing to do."""
        return self.done / self.total if self.total else 1.0

    def seconds_left(self, now: float) -> float:
        """Return an estimate from the pace so far; 0 before the first portion."""
        if not self.done:
            return 0.0
        return (now - self.started) / self.done * (self.total - self.done)


@dataclass(frozen=True)
class Portion:
    """The objects numbered from ``first`` to ``last``, both included."""

    number: int
    first: int
    last: int
    size: int


def portions(numbers: Iterable[int], size: int = PORTION) -> Iterator[Portion]:
    """Cut ascending numbers of objects into portions of at most ``size``."""
    first = last = count = position = 0
    for number in numbers:
        if not count:
            first = number
        last = number
        count += 1
        if count == size:
            yield Portion(position, first, last, count)
            position += 1
            count = 0
    if count:
        yield Portion(position, first, last, count)


def core_for(base: str, now: float) -> str:
    """Return the name of an index begun at ``now``, ``demo-agents--20261122T211530…``.

    It tells the microsecond: one begun right after another was put in use must not
    have its name, even after a restored backup.
    """
    return f"{base}--{datetime.fromtimestamp(now, UTC):%Y%m%dT%H%M%S%f}"


def looks_whole(found: int, expected: int) -> bool:
    """Tell whether a new index may take the place of the old one.

    What is deleted or added while it is made explains a difference, and the sweep
    mends it; nothing at all, or more than a tenth of a large index missing, does not.
    """
    missing = expected - found
    return missing <= max(FEW, expected // 10) and (found > 0 or not expected)
