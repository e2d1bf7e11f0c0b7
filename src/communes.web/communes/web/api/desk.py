"""What waits for the current user on the website."""

from communes.core.access.catalog import visible
from communes.core.access.permission import may
from communes.web.content.base import IWebContent
from communes.web.domain.states import WebState
from communes.web.interfaces import IWebLayer
from communes.web.permissions import EDIT
from communes.web.permissions import PUBLISH
from plone import api
from plone.browserlayer.utils import registered_layers
from typing import Any


def takes_part(site: Any) -> bool:
    """Return whether the current user writes or publishes something of the site."""
    if api.user.is_anonymous() or IWebLayer not in registered_layers():
        return False
    return may(EDIT, site) or may(PUBLISH, site) or bool(own_branches())


def own_branches() -> list[Any]:
    """Return the entries of the folders the current user keeps, alone or by group."""
    found = visible(
        object_provides="communes.web.content.base.IWebBranch",
        sort_on="sortable_title",
    )
    return [brain for brain in found if may(EDIT, brain._unrestrictedGetObject())]


def proposed() -> list[Any]:
    """Return the entries of what somebody asked to publish, the oldest first."""
    return visible(
        object_provides=IWebContent.__identifier__,
        review_state=WebState.PROPOSED.value,
        sort_on="modified",
    )


def waiting_count(site: Any) -> int:
    """Return how many contents wait for the current user's decision."""
    if not takes_part(site):
        return 0
    found = proposed()
    if may(PUBLISH, site):
        return len(found)
    return sum(may(PUBLISH, brain._unrestrictedGetObject()) for brain in found)
