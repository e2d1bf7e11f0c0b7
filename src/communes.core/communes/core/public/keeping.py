"""What every page asks again, kept in memory until something changes.

A proxy keeps whole pages; this keeps the parts they share (menu, foot) for the pages
a proxy has not yet.
"""

from AccessControl import getSecurityManager
from collections.abc import Callable
from collections.abc import Hashable
from communes.core.rights.api import pending_places
from Products.CMFCore.permissions import AccessInactivePortalContent
from Products.CMFCore.utils import getToolByName
import time
from typing import Any
from typing import TypeVar


T = TypeVar("T")

#: What begins and ends by the clock is looked at again that often.
BEAT_SECONDS = 60
#: More names than this are no parts that pages share.
MOST = 500
_KEPT = "_v_communes_kept"
_STRANGER = ("Anonymous",)


def kept(site: Any, name: Hashable, make: Callable[[], T]) -> T:
    """Return what ``make`` makes, for strangers once for each change and minute.

    It must be made of the catalogue and of what ``name`` says alone, and never be
    changed; it may hold addresses. Whoever is logged in gets it made anew.
    """
    counter = _counter(site)
    if counter is None or not _is_stranger(site) or pending_places(site):
        return make()
    mark = (counter(), int(time.time()) // BEAT_SECONDS)
    held = getattr(counter, _KEPT, None)
    if held is None or held[0] != mark or len(held[1]) >= MOST:
        # Beside the counter, as volatile: gone when another process writes, and when
        # a transaction that counted is given up.
        held = (mark, {})
        setattr(counter, _KEPT, held)
    full = (site.absolute_url(), name)
    if full not in held[1]:
        held[1][full] = make()
    return held[1][full]


def _counter(site: Any) -> Any | None:
    """Return the counter of changes, awake, with what waits to be indexed counted."""
    catalogue = getToolByName(site, "portal_catalog")
    catalogue.getCounter()
    return catalogue._counter


def _is_stranger(site: Any) -> bool:
    """Whether nothing but what anybody may see is seen, by borrowed rights either."""
    manager = getSecurityManager()
    if tuple(manager.getUser().getRoles()) != _STRANGER:
        return False
    return not manager.checkPermission(AccessInactivePortalContent, site)
