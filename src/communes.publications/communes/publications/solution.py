"""How the portal shows itself in the shell, to those who work for institutions."""

from communes.core.shell.interfaces import Entry
from communes.core.shell.interfaces import IPublicEntries
from communes.core.solutions.interfaces import ISolution
from communes.publications.api import managing
from communes.publications.api.publication import written_for
from communes.publications.api.register import proposed
from communes.publications.i18n import _
from communes.publications.interfaces import IPublicationsLayer
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(ISolution)
class Publications:
    """deliberations.be in the rail and on the dashboard."""

    title = _("product_name", default="Publications")
    home = "gestion"
    profile = "communes.publications:default"

    def available(self, site: Any) -> bool:
        """Tell whether the current user works for an institution of the site."""
        return bool(managing.managed(site) or written_for(site))

    def waiting(self, site: Any) -> int:
        """Return how many meetings and texts wait for the current user."""
        return managing.waiting_count(site) + len(proposed(site))


@implementer(IPublicEntries)
@adapter(IPloneSiteRoot, IPublicationsLayer)
class PublicEntries:
    """The lines of the portal in the head of a public site."""

    def __init__(self, site: Any, request: Any) -> None:
        self.site = site
        self.request = request

    def entries(self) -> list[Entry]:
        """See ``IPublicEntries``."""
        url, here = self.site.absolute_url(), self.request.get("ACTUAL_URL", "")
        lines = (
            (_("way_decisions", default="Décisions et séances"), "decisions"),
            (_("way_search", default="Rechercher"), "recherche"),
        )
        return [
            Entry(title, f"{url}/{name}", current=here.endswith(f"/{name}"))
            for title, name in lines
        ]
