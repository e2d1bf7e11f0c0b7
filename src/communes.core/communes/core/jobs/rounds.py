"""Work that comes round: a step at a time, whenever nothing more urgent is ready."""

from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IPeriodicWork
from communes.core.jobs.task import SiteGone
from communes.core.jobs.task import task
import logging
import time
from transaction.interfaces import TransientError
from typing import Any
from zope.component import getUtilitiesFor
from zope.component import queryUtility


AGAIN_SECONDS = 300.0
logger = logging.getLogger(__name__)


class Rounds:
    """Takes the steps of all ``IPeriodicWork`` on the sites of ``app``.

    What a round has reached is kept in this process: after its end, a round that was
    not finished begins anew.
    """

    def __init__(self, app: Any) -> None:
        self._app = app
        self._due: dict[tuple[str, str], float] = {}
        self._under_way: dict[tuple[str, str], Any] = {}

    def step(self, path: str) -> int:
        """Take one step of each work that is due at ``path``; return how many."""
        taken = 0
        for name, work in sorted(getUtilitiesFor(IPeriodicWork)):
            slot = (path, name)
            if slot not in self._due:
                self._due[slot] = self._begins(path, work)
            if self._due[slot] <= time.time():
                self._due[slot] = self._stepped(path, name, work)
                taken += 1
        return taken

    def next_visit(self, path: str) -> float:
        """Return when something is due at ``path``, in seconds since the epoch."""
        waits = (
            due
            for (site, name), due in self._due.items()
            if site == path and queryUtility(IPeriodicWork, name) is not None
        )
        return min(waits, default=float("inf"))

    def _begins(self, path: str, work: Any) -> float:
        with task(self._app, path) as site:
            return float(work.next_at(site))

    def _stepped(self, path: str, name: str, work: Any) -> float:
        """Take a step; return when the next one is due."""
        try:
            begins = (
                0.0 if (path, name) in self._under_way else self._begins(path, work)
            )
            # Another worker may have gone round meanwhile.
            if begins > time.time():
                return begins
            with task(self._app, path) as site:
                if (path, name) not in self._under_way:
                    self._under_way[path, name] = work.begin(site)
                if self._under_way[path, name].step(site):
                    return 0.0
        except SiteGone:
            raise
        except (Unavailable, TransientError) as error:
            logger.warning("%s: %s waits %.0f s: %s", path, name, AGAIN_SECONDS, error)
            return time.time() + AGAIN_SECONDS
        # It may fail in any way; the worker goes on with the rest.
        except Exception:
            logger.exception("%s: %s failed", path, name)
            self._under_way.pop((path, name), None)
            return time.time() + AGAIN_SECONDS
        del self._under_way[path, name]
        return self._begins(path, work)
