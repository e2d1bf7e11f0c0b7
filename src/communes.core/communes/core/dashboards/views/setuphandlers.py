"""What the kit takes away by hand when it is uninstalled."""

from communes.core.dashboards.views.storage import forget_all
from communes.core.signature.storage import forget_nonces
from plone import api
from typing import Any


def forget_views(setup_tool: Any) -> None:
    """Leave no saved view, and no number of a provider's message, on the site."""
    forget_all(api.portal.get())
    forget_nonces(api.portal.get())
