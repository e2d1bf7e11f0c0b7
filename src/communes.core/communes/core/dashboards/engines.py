"""Which engine answers the lists of a site."""

from communes.core.dashboards.interfaces import IListEngine
from typing import Any
from zope.component import getAdapter
from zope.component import queryMultiAdapter


def list_engine(site: Any, request: Any) -> Any:
    """Return the ``IListEngine`` of ``site``: of its search, or of the catalogue."""
    found = queryMultiAdapter((site, request), IListEngine)
    return getAdapter(site, IListEngine) if found is None else found
