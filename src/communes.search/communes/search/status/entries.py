"""The line of the rail that leads an operator to the state of the search."""

from communes.core.shell.interfaces import Entry
from communes.core.shell.interfaces import ICommonEntries
from communes.search.i18n import _
from communes.search.interfaces import ISearchLayer
from communes.search.status.permissions import VIEW_STATUS
from plone import api
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


@implementer(ICommonEntries)
@adapter(Interface, ISearchLayer)
class StatusEntries:
    """For operators only; reading the state is left to the page itself."""

    def __init__(self, site: object, request: object) -> None:
        self.site = site
        self.request = request

    def entries(self) -> list[Entry]:
        if not api.user.has_permission(VIEW_STATUS, obj=self.site):
            return []
        url = f"{self.site.absolute_url()}/@@search-status"
        title = _("status_title", default="État de la recherche")
        return [Entry(title, url, 0, self.request.get("ACTUAL_URL", "") == url)]
