"""How the website shows itself in the shell, to those who write it."""

from communes.core.solutions.interfaces import ISolution
from communes.web.api.desk import takes_part
from communes.web.api.desk import waiting_count
from communes.web.i18n import _
from typing import Any
from zope.interface import implementer


@implementer(ISolution)
class Web:
    """iA.Smartweb in the rail and on the dashboard."""

    title = _("product_name", default="Site web")
    home = "web-bureau"
    profile = "communes.web:default"

    def available(self, site: Any) -> bool:
        """Tell whether the current user writes something of the site."""
        return takes_part(site)

    def waiting(self, site: Any) -> int:
        """Return how many contents wait for the current user's decision."""
        return waiting_count(site)
