"""The sweep that the worker makes by itself, some times a day."""

from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IPeriodicWork
from communes.search.clients.errors import SolrError
from communes.search.convergence.storage import last_drift
from communes.search.convergence.sweeping import Sweep
from communes.search.convergence.sweeping import TooMuchToSend
from communes.search.settings import is_installed
import os
from typing import Any
from zope.interface import implementer


HOURS_VARIABLE = "COMMUNES_SWEEP_HOURS"
DEFAULT_HOURS = 6.0


@implementer(IPeriodicWork)
class PeriodicSweep:
    """Compares and repairs; how often says ``COMMUNES_SWEEP_HOURS``, 0 for never."""

    def next_at(self, site: Any) -> float:
        """Return when the next sweep is due."""
        hours = float(os.environ.get(HOURS_VARIABLE) or DEFAULT_HOURS)
        if not is_installed() or hours <= 0:
            return float("inf")
        last = last_drift(site)
        return 0.0 if last is None else last.checked_at + hours * 3600

    def begin(self, site: Any) -> "PatientSweep":
        """Return a new sweep."""
        return PatientSweep()


class PatientSweep(Sweep):
    """A sweep that waits for a silent Solr, and for what is still to be sent."""

    def step(self, site: Any) -> bool:
        """Compare the next range. :raises Unavailable: later, from here."""
        try:
            return super().step(site)
        except SolrError as error:
            raise Unavailable(str(error)) from error
        except TooMuchToSend as error:
            raise Unavailable("thousands of objects wait to be sent") from error
