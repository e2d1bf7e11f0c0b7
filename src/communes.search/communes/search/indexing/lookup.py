"""Finds objects by UID, whoever is logged in, and says which are gone."""

from collections.abc import Iterator
from plone.uuid.interfaces import IUUID
from Products.CMFCore.utils import getToolByName
from typing import Any


def objects_by_uid(site: Any, uids: list[str]) -> dict[str, Any]:
    """Return the objects that exist, by UID; what is gone is not in the answer."""
    catalog = getToolByName(site, "portal_catalog")
    found = {}
    for brain in catalog.unrestrictedSearchResults(UID=uids):
        obj = _object(brain)
        if IUUID(obj, None) == brain.UID:
            found[brain.UID] = obj
    return found


def all_uids(site: Any) -> Iterator[str]:
    """Yield the UIDs of everything the catalogue knows; wakes nothing."""
    catalog = getToolByName(site, "portal_catalog")
    for brain in catalog.getAllBrains():
        # What has no UID is not of the content, as a comment.
        if isinstance(brain.UID, str):
            yield brain.UID


def objects_at(site: Any, paths: list[str]) -> Iterator[tuple[str, Any]]:
    """Yield path and object for each of ``paths`` that exists and has a UID."""
    for path in paths:
        obj = site.unrestrictedTraverse(path, None)
        # A path that is gone may lead to something of that name further up.
        if IUUID(obj, None) and "/".join(obj.getPhysicalPath()) == path:
            yield path, obj


def _object(brain: Any) -> Any:
    # The catalogue may name what a broken import or an old undo has left behind.
    try:
        return brain._unrestrictedGetObject()
    except (AttributeError, KeyError):
        return None
