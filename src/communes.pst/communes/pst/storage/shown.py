"""What is deduced of an element and kept in the catalogue: until when it runs."""

from collections.abc import Iterable
from communes.pst.content.element import IElement
from communes.pst.content.link import ILink
from communes.pst.content.planned import IPlanned
from communes.pst.content.task import ITask
from communes.pst.domain.states import ActionState
from communes.pst.storage.place import above
from communes.pst.storage.record import state_of
from datetime import date
from plone import api
from Products.CMFCore.indexing import processQueue


def deadline_of(obj: IElement) -> date | None:
    """Return its own deadline, else the last of what it holds; None without any.

    The rule is that of ``domain.deadline``: what was stopped does not count unless
    everything was, and a link counts as what it shows.
    """
    if ILink.providedBy(obj):
        target = _as_indexed(obj.target)
        return None if target is None else deadline_of(target)
    own = _own(obj)
    if own is not None:
        return own
    held = [one for one in obj.objectValues() if IElement.providedBy(one)]
    running = [one for one in held if state_of(one) != ActionState.STOPPED] or held
    days = [day for day in map(deadline_of, running) if day is not None]
    return max(days, default=None)


def settle_above(obj: IElement) -> None:
    """Bring the deduced deadline of everything above an element up to date."""
    for one in above(obj):
        if _own(one) is not None:
            return
        one.reindexObject(idxs=["pst_deadline"])


def settle_links(elements: Iterable[IElement]) -> None:
    """Index what was made at once; then links again, for they stand before targets.

    Not left to the commit: it would do so in whatever order they were made.
    """
    processQueue()
    for one in elements:
        if ILink.providedBy(one):
            one.reindexObject(idxs=["pst_deadline"])
            settle_above(one)
    processQueue()


def _as_indexed(uid: str) -> IElement | None:
    """Return the object of a UID as far as the catalogue knows it now.

    An ordinary question brings the catalogue up to date first. Asked by an indexer at
    a commit, which runs in the middle of that, it would enter a new object twice.
    """
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog._catalog.searchResults({"UID": uid})
    return found[0]._unrestrictedGetObject() if found else None


def _own(obj: IElement) -> date | None:
    if ITask.providedBy(obj):
        return obj.due_on
    return obj.planned_end if IPlanned.providedBy(obj) else None
