"""The line of the exchange in the rail, for who looks after it."""

from communes.core.shell.interfaces import Entry
from communes.core.shell.interfaces import ICommonEntries
from communes.exchange.browser.words import PRODUCT
from communes.exchange.interfaces import IExchangeLayer
from communes.exchange.letters.api import count
from communes.exchange.letters.domain import Direction
from communes.exchange.permissions import MANAGE_EXCHANGE
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(ICommonEntries)
@adapter(IPloneSiteRoot, IExchangeLayer)
class ExchangeEntry:
    """« Échanges » with the number of refused messages."""

    def __init__(self, site: Any, request: Any) -> None:
        self.site = site
        self.request = request

    def entries(self) -> list[Entry]:
        """See ``ICommonEntries``."""
        if not api.user.has_permission(MANAGE_EXCHANGE, obj=self.site):
            return []
        url = f"{self.site.absolute_url()}/@@echanges"
        refused = sum(count(self.site, one, "refused") for one in Direction)
        here = self.request.get("ACTUAL_URL", "")
        return [Entry(PRODUCT, url, refused, "/@@echanges" in here)]
