"""What the database says of its objects, by UID, and what the last sweep found."""

from collections.abc import Iterator
from collective.solr.indexer import datehandler
from communes.search.convergence.domain import Drift
from communes.search.convergence.domain import Expected
from dataclasses import asdict
from itertools import islice
from persistent.mapping import PersistentMapping
from plone.uuid.interfaces import IUUID
from Products.CMFCore.utils import getToolByName
from typing import Any
from ZODB.utils import u64
from zope.annotation.interfaces import IAnnotations


ANNOTATION_KEY = "communes.search.drift"


def uids_after(site: Any, after: str, most: int) -> list[str]:
    """Return up to ``most`` UIDs that sort after ``after``; wakes no object."""
    index = getToolByName(site, "portal_catalog").Indexes["UID"]
    # The index offers its values in order, but not from a given one on.
    return list(islice(index._index.keys(after, excludemin=True), most))


def expected_of(site: Any, uids: list[str]) -> Iterator[Expected]:
    """Yield what is known of each UID whose object exists, in the same order."""
    catalog = getToolByName(site, "portal_catalog")
    tokens = catalog.Indexes["allowedRolesAndUsers"]
    brains = {each.UID: each for each in catalog.unrestrictedSearchResults(UID=uids)}
    for uid in uids:
        brain = brains.get(uid)
        obj = None if brain is None else _object(brain)
        if brain is None or IUUID(obj, None) != uid:
            continue
        state = brain.review_state
        yield Expected(
            uid=uid,
            path=brain.getPath(),
            portal_type=brain.portal_type,
            review_state=state if isinstance(state, str) else "",
            modified=_moment(obj),
            version=u64(obj._p_serial),
            rights=frozenset(tokens.getEntryForObject(brain.getRID(), ())),
        )


def _object(brain: Any) -> Any:
    # The catalogue may name what a broken import or an old undo has left behind.
    try:
        obj = brain._unrestrictedGetObject()
    except (AttributeError, KeyError):
        return None
    # Its last transaction is known when it has been read.
    obj._p_activate()
    return obj


def _moment(obj: Any) -> str:
    modified = getattr(obj, "modified", None)
    value = modified() if callable(modified) else modified
    # Solr writes no fraction that is zero.
    return datehandler(value).replace(".000Z", "Z") if value else ""


def last_drift(site: Any) -> Drift | None:
    """Return what the last whole sweep found; None before the first."""
    kept = IAnnotations(site).get(ANNOTATION_KEY)
    return None if kept is None else Drift(**kept)


def keep_drift(site: Any, drift: Drift) -> None:
    """Keep what a sweep found, in the current transaction."""
    annotations = IAnnotations(site)
    if ANNOTATION_KEY not in annotations:
        annotations[ANNOTATION_KEY] = PersistentMapping()
    annotations[ANNOTATION_KEY].update(asdict(drift))


def forget_drift(site: Any) -> None:
    """Take away what was kept."""
    IAnnotations(site).pop(ANNOTATION_KEY, None)
