"""Branches of the site: the sub-site around a page, its path, its values."""

from communes.web.content.folder import IFolder
from plone import api
from typing import Any


def branch_around(obj: Any) -> Any | None:
    """Return the sub-site or mini-site a content stands in; None on the site itself."""
    site = api.portal.get()
    place = obj
    while place is not None and getattr(place, "aq_base", None) is not site.aq_base:
        if IFolder.providedBy(place) and place.site:
            return place
        place = getattr(place, "__parent__", None)
    return None


def path_below(obj: Any) -> str:
    """Return the path of a content below the site, empty for the site itself."""
    site = api.portal.get()
    steps = obj.getPhysicalPath()[len(site.getPhysicalPath()) :]
    return "/".join(steps)
