"""Finds objects by UID, whoever is logged in, and says which are gone."""

from Acquisition import aq_base
from collections.abc import Iterator
from persistent import Persistent
from plone.dexterity.interfaces import IDexterityContainer
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
    """Yield path and object for each of ``paths`` that exists and has a UID.

    Each container is looked up once; what is below is asked of the database together.
    """
    containers: dict[str, Any] = {}
    found = []
    for path in paths:
        above, _sign, name = path.rpartition("/")
        if above not in containers:
            # Nothing is above a site that stands in the root.
            containers[above] = (
                site.unrestrictedTraverse(above, None) if above else None
            )
        obj = _child(site, containers[above], name, path)
        if obj is not None:
            found.append((path, obj))
    asked = [aq_base(obj) for _path, obj in found]
    site._p_jar.prefetch(asked)
    # Texts and histories are records of their own: one more question for all of them.
    site._p_jar.prefetch([part for each in asked for part in _parts(each)])
    for path, obj in found:
        # A path that is gone may lead to something of that name further up.
        if IUUID(obj, None) and "/".join(obj.getPhysicalPath()) == path:
            yield path, obj


def _parts(obj: Any) -> Iterator[Persistent]:
    """Yield what an object keeps in records of their own, as far as not read yet."""
    obj._p_activate()
    for value in vars(obj).values():
        part = getattr(value, "_raw_holder", value)
        if isinstance(part, Persistent) and part._p_changed is None:
            yield part


def _child(site: Any, container: Any, name: str, path: str) -> Any:
    """Return the object of that name, unread; by its path where that does not help."""
    if IDexterityContainer.providedBy(container):
        return container._getOb(name, None)
    return site.unrestrictedTraverse(path, None)


def _object(brain: Any) -> Any:
    # The catalogue may name what a broken import or an old undo has left behind.
    try:
        return brain._unrestrictedGetObject()
    except (AttributeError, KeyError):
        return None
