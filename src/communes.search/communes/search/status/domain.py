"""How the search of a site is doing, as one value; what of it is a trouble."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from communes.search.convergence.domain import Drift
from communes.search.domain.versions import VISIBLE_WITHIN_SECONDS
from communes.search.reindexing.domain import Progress
from dataclasses import dataclass
from enum import StrEnum
import math


# Written a while ago and still not sent: a worker is down, or Solr is.
LONG_WAIT_SECONDS = 60.0
SWEPT_WITHIN_SECONDS = 3 * 24 * 3600.0


class Index(StrEnum):
    """What Solr says of the index of a site."""

    READY = "ready"
    MISSING = "missing"
    OUTDATED = "outdated"
    SILENT = "silent"


class Trouble(StrEnum):
    """What an operator should look at; the page has a sentence for each."""

    SILENT = "silent"
    MISSING = "missing"
    OUTDATED = "outdated"
    BREAKER = "breaker"
    WAITING = "waiting"
    DEAD = "dead"
    DRIFT = "drift"
    SLOW = "slow"
    NEVER_SWEPT = "never_swept"


@dataclass(frozen=True)
class Dead:
    """A change that was given up: of which object, and why."""

    key: str
    reason: str


@dataclass(frozen=True)
class Lag:
    """From the change to the search, in seconds, of the last ``samples`` measured."""

    p50: float
    p95: float
    samples: int


@dataclass(frozen=True)
class Status:
    """How the search of one site is doing at ``now`` (seconds since the epoch).

    Numbers that could not be had are None. ``breaker`` is that of the process that
    answers. ``waiting`` counts changes not yet sent, ``oldest_wait`` is in seconds,
    ``pending_places`` are those whose rights are being brought to the indexes.
    ``made_at`` is when the site was made. ``files``: those of the whole house that were
    read, by how that ended; ``files_waiting``: those of the site still to be read.
    """

    site: str
    now: float
    core: str
    index: Index
    schema: int | None
    schema_wanted: int
    documents: int | None
    catalogued: int
    breaker: str
    breaker_error: str
    waiting: int
    oldest_wait: float
    failing: int
    dead: tuple[Dead, ...]
    pending_places: int
    lag: Lag | None
    drift: Drift | None
    reindexed_at: float
    reindex: Progress | None
    made_at: float
    files: Mapping[str, int]
    files_waiting: int


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value that ``share`` of ``values`` do not exceed (nearest rank).

    :raises ValueError: there are none.
    """
    if not values:
        raise ValueError("a quantile of nothing")
    return sorted(values)[max(math.ceil(share * len(values)) - 1, 0)]


def lag_of(values: Sequence[float]) -> Lag | None:
    """Return the lag that was measured; None when nothing was."""
    if not values:
        return None
    return Lag(quantile(values, 0.5), quantile(values, 0.95), len(values))


def troubles(status: Status) -> Iterator[Trouble]:
    """Yield what is to be looked at, the worst first."""
    if status.index is not Index.READY:
        yield Trouble(status.index.value)
    if status.breaker != "closed":
        yield Trouble.BREAKER
    if status.oldest_wait > LONG_WAIT_SECONDS:
        yield Trouble.WAITING
    if status.dead:
        yield Trouble.DEAD
    if status.drift is not None and status.drift.total:
        yield Trouble.DRIFT
    if status.lag is not None and status.lag.p95 > VISIBLE_WITHIN_SECONDS:
        yield Trouble.SLOW
    # A site of today has had no time to be swept.
    last_sweep = status.made_at if status.drift is None else status.drift.checked_at
    if status.now - last_sweep > SWEPT_WITHIN_SECONDS:
        yield Trouble.NEVER_SWEPT
