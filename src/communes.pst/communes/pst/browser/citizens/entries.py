"""The line of the programme in the head of a public site."""

from communes.core.interfaces import ICoreLayer
from communes.core.shell.interfaces import Entry
from communes.core.shell.interfaces import IPublicEntries
from communes.pst.api.citizens import programmes
from communes.pst.i18n import _
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(IPublicEntries)
@adapter(IPloneSiteRoot, ICoreLayer)
class PublicEntries:
    """Leads to the programmes, where the site received one."""

    def __init__(self, site: Any, request: Any) -> None:
        self.site = site
        self.request = request

    def entries(self) -> list[Entry]:
        """See ``IPublicEntries``."""
        if not programmes(self.site):
            return []
        url = f"{self.site.absolute_url()}/programme"
        here = str(self.request.get("ACTUAL_URL", "")).startswith(url)
        title = _("way_programme", default="Programme stratégique")
        return [Entry(title, url, current=here)]
