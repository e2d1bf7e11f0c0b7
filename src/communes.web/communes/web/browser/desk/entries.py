"""The lines of « + Nouveau » of the website."""

from collections.abc import Sequence
from communes.core.shell.interfaces import Entry
from communes.core.shell.interfaces import INewEntries
from communes.web.api.contents import kinds_here
from communes.web.api.desk import takes_part
from communes.web.i18n import _
from communes.web.interfaces import IWebLayer
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(INewEntries)
@adapter(IPloneSiteRoot, IWebLayer)
class WebNewEntries:
    """What the person may begin at the root of the site, behind one line."""

    def __init__(self, site: Any, request: Any) -> None:
        self.site = site
        self.request = request

    def entries(self) -> Sequence[Entry]:
        """See ``INewEntries``."""
        if not takes_part(self.site) or not kinds_here(self.site):
            return []
        title = _("entry_content", default="Contenu du site web")
        return [Entry(title, f"{self.site.absolute_url()}/ajouter")]
