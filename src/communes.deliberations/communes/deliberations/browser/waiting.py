"""What a feature shows of its own on the dashboard, nothing unless it says so."""

from communes.core.dashboards.blocks import Task
from communes.core.parts.domain.values import CounterCard
from communes.deliberations.browser.interfaces import IMoreWaiting
from Products.Five.browser import BrowserView
from zope.interface import implementer


@implementer(IMoreWaiting)
class Waiting(BrowserView):
    """Base: override what the feature adds; ``context`` is the site."""

    order = 50

    def counters(self) -> list[CounterCard]:
        return []

    def tasks(self) -> list[Task]:
        return []

    def coming(self) -> list[str]:
        return []

    def url(self, path: str) -> str:
        """Return the address of an object by its path in the database."""
        return self.request.physicalPathToURL(path)
