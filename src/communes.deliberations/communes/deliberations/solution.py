"""How the deliberations show themselves to the shell."""

from communes.core.solutions.interfaces import ISolution
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.api.waiting import waiting
from communes.deliberations.i18n import _
from communes.deliberations.storage.assembly import HOME
from zope.interface import implementer


@implementer(ISolution)
class Deliberations:
    """iA.Délib in the rail, on the dashboard and under « Nouveau »."""

    title = _("product_name", default="iA.Délib")
    home = HOME
    profile = "communes.deliberations:default"

    def available(self, site: object) -> bool:
        """Tell whether the current user may see one of the site's assemblies."""
        return bool(assemblies(site))

    def waiting(self, site: object) -> int:
        """Return how many items wait for the current user."""
        return sum(one.count for one in waiting(site))
