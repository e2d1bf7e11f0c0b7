"""Asks the partners, from time to time, what they have to say."""

from communes.core.errors.domain import DomainError
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IPeriodicWork
from communes.exchange.partners import api
from communes.exchange.peers.health import note_health
import logging
import time
import transaction
from typing import Any
from zope.interface import implementer


#: A partner that is silent is asked again after so long.
SILENT_SECONDS = 60.0
logger = logging.getLogger(__name__)


@implementer(IPeriodicWork)
class Pulling:
    """One page of one partner at a step; a silent one keeps no other waiting."""

    def __init__(self) -> None:
        self._silent_until: dict[tuple[str, str], float] = {}

    def next_at(self, site: Any) -> float:
        """See ``IPeriodicWork``."""
        moments = [self._due(site, *each) for each in api.partners(site)]
        return min(moments, default=float("inf"))

    def begin(self, site: Any) -> "_Round":
        """See ``IPeriodicWork``."""
        now = time.time()
        names = [
            peer.name
            for peer, partner in api.partners(site)
            if self._due(site, peer, partner) <= now
        ]
        return _Round(names, self._hush)

    def _due(self, site: Any, peer: Any, partner: Any) -> float:
        slot = (site.getPhysicalPath(), peer.name)
        return max(api.due(site, peer, partner), self._silent_until.get(slot, 0.0))

    def _hush(self, site: Any, name: str) -> None:
        self._silent_until[site.getPhysicalPath(), name] = time.time() + SILENT_SECONDS


class _Round:
    """The partners that are still to be asked."""

    def __init__(self, names: list[str], hush: Any) -> None:
        self._names = names
        self._hush = hush

    def step(self, site: Any) -> bool:
        """Hear one page; return whether anything is left."""
        known = {peer.name: (peer, partner) for peer, partner in api.partners(site)}
        while self._names and self._names[0] not in known:
            self._names.pop(0)
        if not self._names:
            return False
        peer, partner = known[self._names[0]]
        more, problem = False, ""
        try:
            more = api.pull(site, peer, partner)
        except (Unavailable, DomainError) as error:
            transaction.abort()
            logger.warning("%s: %s", peer.name, error)
            problem = str(error)
            self._hush(site, peer.name)
        note_health(site, peer.name, problem)
        transaction.commit()
        if not more:
            self._names.pop(0)
        return bool(self._names)
