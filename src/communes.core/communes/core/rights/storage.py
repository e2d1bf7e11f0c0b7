"""Where the marks of a site are kept, and what the catalogue knows below a place."""

from bisect import bisect_right
from collections.abc import Sequence
from communes.core.rights.marks import PendingMarks
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.annotation.interfaces import IAnnotations


ANNOTATION_KEY = "communes.core.rights.pending"


def marks_of(site: Any) -> PendingMarks | None:
    """Return the marks of ``site``; None where the kit is not installed."""
    annotations = IAnnotations(site, None)
    return None if annotations is None else annotations.get(ANNOTATION_KEY)


def install(site: Any) -> None:
    """Give ``site`` its marks; harmless when repeated."""
    annotations = IAnnotations(site)
    if ANNOTATION_KEY not in annotations:
        annotations[ANNOTATION_KEY] = PendingMarks()


def uninstall(site: Any) -> None:
    """Take the marks away."""
    IAnnotations(site).pop(ANNOTATION_KEY, None)


def brains_below(site: Any, path: str) -> Sequence[Any]:
    """Return the brains of ``path`` and all below it, by their number, unread."""
    catalog = getToolByName(site, "portal_catalog")
    # As reindexObjectSecurity of CMFCore: what this transaction has queued has no
    # need to be indexed before it is counted.
    return catalog._unrestrictedSearchResults(path=path)


def slice_below(site: Any, path: str, after: int | None, size: int) -> list[Any]:
    """Return up to ``size`` brains below ``path`` whose number is beyond ``after``."""
    brains = brains_below(site, path)
    first = 0
    if after is not None:
        first = bisect_right(brains, after, key=lambda brain: brain.getRID())
    return list(brains[first : first + size])
