"""Who reads, as the server knows it."""

from AccessControl import getSecurityManager
from communes.search.domain.params import Reader
from communes.search.domain.query import Query
from datetime import datetime
from datetime import UTC
from Products.CMFCore.utils import getToolByName
from typing import Any


def reader_of(site: Any, query: Query) -> Reader:
    """Return the current user's rights on ``site``, as filters of a search."""
    catalog = getToolByName(site, "portal_catalog")
    user = getSecurityManager().getUser()
    path = {"path": query.path} if query.path else {}
    hides_inactive = not catalog.allow_inactive(path)
    return Reader(
        tokens=tuple(catalog._listAllowedRolesAndUsers(user)),
        now=datetime.now(UTC) if hides_inactive else None,
    )
