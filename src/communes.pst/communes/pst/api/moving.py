"""Put the elements of a plan in their order, or under another parent."""

from communes.core.access.errors import StaleRevision
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.journal.api import record
from communes.pst.api.element import ADDING
from communes.pst.api.element import find_element
from communes.pst.api.element import LINKS
from communes.pst.api.element import refuse_archived
from communes.pst.content.element import IElement
from communes.pst.content.plan import IPlan
from communes.pst.domain.placement import check_move
from communes.pst.domain.placement import new_places
from communes.pst.storage.kinds import kind_of
from communes.pst.storage.moving import moved
from communes.pst.storage.place import parent_of
from communes.pst.storage.place import plan_of
from communes.pst.storage.programme import programme_of
from communes.pst.storage.programme import seen_in
from communes.pst.storage.step import is_archived
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def move_element(obj: IElement, before: str = "") -> None:
    """Put an element before one of its siblings, or last.

    :param before: UID of that sibling; empty: after all of them.
    :raises MayNot: the user may not add elements of that kind there.
    """
    plan, uid = plan_of(obj), obj.UID()
    place = parent_of(obj) or plan
    require(ADDING[kind_of(obj)], place)
    refuse_archived(plan)
    tree = programme_of(plan)
    parent = tree.element(uid).parent
    order = [one.id for one in tree.children(parent) if one.id != uid]
    order.insert(order.index(before) if before in order else len(order), uid)
    known = {one.UID(): one for one in place.objectValues() if IElement.providedBy(one)}
    for position, id in enumerate(order, start=1):
        if known[id].position != position:
            known[id].position = position
            notify(ObjectModifiedEvent(known[id]))
            known[id].reindexObject()


def put_element(
    obj: IElement, parent: IPlan | IElement, revision: int | None = None
) -> IElement:
    """Put an element under another parent, last there; return it in its new place.

    What it holds comes with it, and so do its number and its history; rights become
    those of the new place.

    :raises MayNot: the user may not edit it, or not add such an element at both places.
    :raises PlaceRefused: it does not stand there; the reasons say why.
    :raises StaleRevision: somebody else wrote meanwhile.
    """
    plan, kind = plan_of(obj), kind_of(obj)
    if kind not in LINKS:
        require("Modify portal content", obj)
    for place in (parent_of(obj) or plan, parent):
        require(ADDING[kind], place)
    refuse_archived(plan)
    if revision is not None and revision != obj.revision:
        raise StaleRevision(what=obj.title, who=obj.edited_by)
    tree = programme_of(plan)
    above = parent.UID() if IElement.providedBy(parent) else ""
    check_move(tree, obj.UID(), above)
    last = max((one.position for one in tree.children(above)), default=0)
    there = moved(obj, parent)
    there.position = last + 1
    there.revision += 1
    there.edited_by = current_user()
    notify(ObjectModifiedEvent(there))
    there.reindexObject()
    record("pst.moved", there, kind=kind.value)
    return there


def may_put(obj: IElement) -> bool:
    """Return whether the user may take an element away, and a place could hold it.

    Whether they may add to that place is not asked here: it would wake each of them.
    """
    plan = plan_of(obj)
    if is_archived(plan) or not _may_take(obj):
        return False
    return next(new_places(programme_of(plan), obj.UID()), None) is not None


def places_for(obj: IElement) -> tuple[str, ...]:
    """Return where the user may put an element: UIDs; empty: the plan itself.

    Only places they see and may add to, each of which is woken to ask.
    """
    if not may_put(obj):
        return ()
    plan, permission = plan_of(obj), ADDING[kind_of(obj)]
    seen = seen_in(plan)
    return tuple(
        one
        for one in new_places(programme_of(plan), obj.UID())
        if (one in seen or not one)
        and may(permission, find_element(plan, one) if one else plan)
    )


def _may_take(obj: IElement) -> bool:
    kind, place = kind_of(obj), parent_of(obj) or plan_of(obj)
    writes = kind in LINKS or may("Modify portal content", obj)
    return writes and may(ADDING[kind], place)
