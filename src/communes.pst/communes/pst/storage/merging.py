"""Bring changed records into a plan: new elements are made, others written anew."""

from collections.abc import Iterable
from communes.core.access.plain import to_plain
from communes.core.numbering.api import peek
from communes.core.numbering.api import start_at
from communes.pst.content.element import IElement
from communes.pst.content.plan import IPlan
from communes.pst.domain.element import Element
from communes.pst.domain.programme import Programme
from communes.pst.storage.history import note
from communes.pst.storage.moving import moved
from communes.pst.storage.place import below
from communes.pst.storage.record import COUNTER
from communes.pst.storage.record import LISTS
from communes.pst.storage.shown import settle_links
from communes.pst.storage.writing import bring_to
from communes.pst.storage.writing import follow
from communes.pst.storage.writing import plant_one
from communes.pst.storage.writing import write
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def merge(plan: IPlan, tree: Programme, changed: Iterable[str]) -> dict[str, IElement]:
    """Write the elements ``changed`` of ``tree``; those not there yet are made.

    An element that stands under another parent in ``tree`` moves there with all it
    holds. What names a new element by its id in ``tree`` names the object made of it.

    :return: id in the tree -> element, for those that were written or made.
    """
    wanted = set(changed)
    known: dict[str, IElement] = {one.UID(): one for one in below(plan)}
    plan.lists = {name: tuple(to_plain(getattr(tree.plan, name))) for name in LISTS}
    _keep_numbers(plan, (tree.element(id).number for id in wanted))
    for record in tree.walk():
        if record.id not in wanted:
            continue
        place = known[record.parent] if record.parent else plan
        if record.id in known:
            known[record.id] = moved(known[record.id], place)
            write(known[record.id], record)
        else:
            known[record.id] = plant_one(place, plan, record)
    uids = {id: obj.UID() for id, obj in known.items()}
    for id in wanted:
        _settle(known[id], tree.element(id), uids)
    settle_links(known[id] for id in wanted)
    return {id: known[id] for id in wanted}


def _settle(obj: IElement, record: Element, uids: dict[str, str]) -> None:
    follow(obj, record, uids)
    notify(ObjectModifiedEvent(obj))
    if record.state:
        bring_to(obj, record.state)
    else:
        note(obj)
        obj.reindexObject()


def _keep_numbers(plan: IPlan, numbers: Iterable[int]) -> None:
    """See to it that a number that comes in is not drawn again."""
    highest = max(numbers, default=0)
    if highest >= peek(plan, COUNTER):
        start_at(plan, COUNTER, highest + 1)
