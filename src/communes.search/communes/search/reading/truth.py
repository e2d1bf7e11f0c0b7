"""Holds what an engine found against the database, as it stands in this transaction."""

from AccessControl import getSecurityManager
from collections.abc import Iterable
from collections.abc import Sequence
from communes.search.domain.params import Reader
from communes.search.domain.results import Hit
from communes.search.domain.unsettled import is_below
from communes.search.reading.confidential import confidential_types
from dataclasses import dataclass
from Products.CMFCore.utils import getToolByName
from typing import Any


@dataclass(frozen=True)
class Judged:
    """What may be shown (brains by UID, in the order found) and what is no more."""

    shown: dict[str, Any]
    gone: tuple[str, ...] = ()


def judge(
    site: Any, hits: Sequence[Hit], reader: Reader, places: tuple[str, ...]
) -> Judged:
    """Say which of ``hits`` the reader may see now.

    The catalogue decides, as it changes with the objects; what it may not know yet
    (below ``places``) and what is confidential is asked of the object itself. No
    other object is woken.
    """
    if not hits:
        return Judged({})
    uids = [hit.uid for hit in hits]
    visible = {brain.UID: brain for brain in visible_brains(site, uids, reader)}
    missing = [uid for uid in uids if uid not in visible]
    gone = set(_not_catalogued(site, missing)) if missing else set()
    checked = confidential_types()
    shown = {}
    for uid in uids:
        brain = visible.get(uid)
        if brain is None:
            continue
        doubtful = brain.portal_type in checked or is_below(brain.getPath(), places)
        if not doubtful or may_view(brain):
            shown[uid] = brain
        elif object_of(brain) is None:
            gone.add(uid)
    return Judged(shown, tuple(sorted(gone)))


def visible_brains(site: Any, uids: Iterable[str], reader: Reader) -> list[Any]:
    """Return the catalogue's entries of these objects that the reader may see."""
    catalog = getToolByName(site, "portal_catalog")
    wanted: dict[str, Any] = {"UID": list(uids)}
    if reader.now is None:
        wanted["show_inactive"] = True
    return list(catalog.searchResults(**wanted)) if wanted["UID"] else []


def may_view(brain: Any) -> bool:
    """Tell whether the current user may view the object itself."""
    obj = object_of(brain)
    if obj is None:
        return False
    return bool(getSecurityManager().checkPermission("View", obj))


def object_of(brain: Any) -> Any:
    """Return the object of an entry, or None when the entry leads nowhere."""
    try:
        return brain._unrestrictedGetObject()
    except (AttributeError, KeyError):
        return None


def _not_catalogued(site: Any, uids: list[str]) -> list[str]:
    catalog = getToolByName(site, "portal_catalog")
    known = {brain.UID for brain in catalog.unrestrictedSearchResults(UID=uids)}
    return [uid for uid in uids if uid not in known]
