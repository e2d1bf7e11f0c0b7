"""Take an element from under one parent to under another, with what it holds."""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from communes.pst.content.element import IElement
from communes.pst.storage.access import refresh_below
from communes.pst.storage.place import parent_of
from communes.pst.storage.shown import settle_above
from OFS.event import ObjectWillBeMovedEvent
from zope.container.contained import notifyContainerModified
from zope.event import notify
from zope.lifecycleevent import ObjectMovedEvent


def moved(obj: IElement, place: object) -> IElement:
    """Return the element in its place, moved there when it stood elsewhere.

    Its id is its own in the whole plan, so that no other stands in its way.
    """
    old = aq_parent(aq_inner(obj))
    if aq_base(old) is aq_base(place):
        return obj
    left, id = parent_of(obj), obj.getId()
    notify(ObjectWillBeMovedEvent(obj, old, id, place, id))
    old._delObject(id, suppress_events=True)
    place._setObject(id, aq_base(obj), set_owner=0, suppress_events=True)
    there = place._getOb(id)
    notify(ObjectMovedEvent(there, old, id, place, id))
    notifyContainerModified(old)
    notifyContainerModified(place)
    there._postCopy(place, op=1)
    refresh_below(there)
    settle_above(there)
    if left is not None:
        left.reindexObject(idxs=["pst_deadline"])
        settle_above(left)
    return there
