"""How the programme shows itself to the shell."""

from communes.core.solutions.interfaces import ISolution
from communes.pst.api.plan import plans
from communes.pst.api.waiting import waiting_count
from communes.pst.i18n import _
from communes.pst.storage.place import HOME
from zope.interface import implementer


@implementer(ISolution)
class Pst:
    """iA.PST in the rail, on the dashboard and under « Nouveau »."""

    title = _("product_name", default="iA.PST")
    home = HOME
    profile = "communes.pst:default"

    def available(self, site: object) -> bool:
        """Tell whether the current user takes part in one of the site's plans."""
        return bool(plans(site))

    def waiting(self, site: object) -> int:
        """Return how many things wait for the current user."""
        return waiting_count(site)
