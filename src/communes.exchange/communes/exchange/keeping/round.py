"""Once a day: what passed is forgotten, and what holds no longer is read again."""

from communes.core.jobs.interfaces import IPeriodicWork
from communes.exchange.inbox.api import KEY as INBOX
from communes.exchange.keeping.api import DAY
from communes.exchange.keeping.api import forget_files
from communes.exchange.keeping.api import forget_people
from communes.exchange.keeping.api import oldest_kept
from communes.exchange.lanes.storage import lanes_of
from communes.exchange.lanes.storage import Slot
from communes.exchange.outbox.api import KEY as OUTBOX
from communes.exchange.peers.settings_target import settings_of
from communes.exchange.sources.api import refresh
from communes.exchange.sources.domain.reading import Holding
from communes.exchange.sources.interfaces import IAuthenticSource
from communes.exchange.sources.storage import expired
from datetime import datetime
from datetime import UTC
import time
import transaction
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.component import queryUtility
from zope.interface import implementer


KEY = "communes.exchange.kept"


@implementer(IPeriodicWork)
class Keeping:
    """See ``IPeriodicWork``; when it was last done stands on the site."""

    def next_at(self, site: Any) -> float:
        """See ``IPeriodicWork``."""
        kept = IAnnotations(site)
        if OUTBOX not in kept:
            return float("inf")
        return float(kept.get(KEY, 0.0)) + DAY

    def begin(self, site: Any) -> "_Round":
        """See ``IPeriodicWork``."""
        return _Round()


class _Round:
    """Some lanes at a step, then the files and the values."""

    def __init__(self) -> None:
        self._boxes = [OUTBOX, INBOX]
        self._after: Slot | None = None

    def step(self, site: Any) -> bool:
        """Do the next piece; return whether there is more."""
        more = bool(self._boxes)
        if more:
            lanes = lanes_of(site, self._boxes[0])
            _count, self._after = lanes.prune(oldest_kept(site), self._after)
            if self._after is None:
                self._boxes.pop(0)
        else:
            forget_files(site)
            forget_people(site)
            refresh_expired(site)
            IAnnotations(site)[KEY] = time.time()
        transaction.commit()
        return more


def refresh_expired(site: Any) -> int:
    """Have what holds no longer read again; return how many values that are.

    Not those of people: they are read again when somebody needs them, not before.
    """
    known = {
        name
        for name in settings_of(site).sources
        if (source := queryUtility(IAuthenticSource, name=name)) is not None
        and source.holds is not Holding.PEOPLE
    }
    found = [
        (name, key)
        for name, key, _end in expired(site, datetime.now(UTC))
        if name in known
    ]
    for name, key in found:
        refresh(site, name, key)
    return len(found)
