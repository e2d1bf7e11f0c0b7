"""A decided item goes on: to another assembly, or to a later meeting."""

from communes.core.numbering.api import take
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.settings import Destination
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.travel import comes_back
from communes.deliberations.domain.travel import COPIED_FIELDS
from communes.deliberations.domain.travel import destinations_reached
from communes.deliberations.domain.travel import may_be_taken_back
from communes.deliberations.domain.workflow import levels_for
from communes.deliberations.events import ItemSentToAssembly
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import find_assembly
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.item import item_by_uid
from communes.deliberations.storage.item import PORTAL_TYPE
from communes.deliberations.storage.item import state_of
from communes.deliberations.workflow.advices.inheriting import inherit_advices
from communes.deliberations.workflow.obstacle import obstacles
from communes.deliberations.workflow.other_texts import write_other_texts
from communes.deliberations.workflow.other_texts import write_ratification
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from zope.event import notify


#: Names of the rules' fields that the schema calls otherwise.
SCHEMA_NAMES = {"description": "summary", "service": "proposing_service"}


def send_onward(item: IMeetingItem, state: ItemState) -> None:
    """Create what the decision calls for: copies elsewhere, or for a later meeting.

    Where the item already has a living successor (its decision was undone and
    taken again) it gets no second one.
    """
    assembly = assembly_of(item)
    served = {assembly_of(one).getId() for one in successors_of(item)}
    for destination in destinations_reached(
        settings_of(assembly), item.send_to or (), state
    ):
        target = find_assembly(api.portal.get(), destination.assembly)
        if target is not None and destination.assembly not in served:
            _send(item, target, destination)
    if state is ItemState.ACCEPTED_OUT_OF_MEETING_EMERGENCY:
        _ask_ratification(item, served)
    if comes_back(state) and assembly.getId() not in served:
        copy = _copy(item, assembly)
        copy.poll_type, copy.privacy = item.poll_type, item.privacy
        copy.treatment = item.treatment
        copy.send_to = item.send_to
        inherit_advices(item, copy)
        _advance(copy, ItemState.VALIDATED)


def take_back(item: IMeetingItem) -> None:
    """Delete the successors that an undone decision had made, while it may be.

    A copy that the other assembly has already taken in hand stays.
    """
    kept = []
    for successor in successors_of(item):
        if may_be_taken_back(state_of(successor)):
            with api.env.adopt_roles(["Manager"]):
                successor.aq_parent.manage_delObjects([successor.getId()])
        else:
            kept.append(successor.UID())
    item.successor_uids = tuple(kept)


def successors_of(item: IMeetingItem) -> list[IMeetingItem]:
    """Return the living items that continue this one."""
    found = (item_by_uid(uid) for uid in item.successor_uids)
    return [one for one in found if one is not None]


def _ask_ratification(item: IMeetingItem, served: set[str]) -> None:
    """Bring the urgent decision before the assembly that ratifies it."""
    chosen = settings_of(assembly_of(item)).preparation
    target = find_assembly(api.portal.get(), chosen.ratified_by)
    if target is None or target.getId() in served:
        return
    arrives_in = chosen.ratification_arrives_in
    sent = _send(item, target, Destination(target.getId(), arrives_in=arrives_in))
    write_ratification(sent, item)


def _send(
    item: IMeetingItem, target: IAssembly, destination: Destination
) -> IMeetingItem:
    copy = _copy(item, target)
    write_other_texts(copy, item)
    settings = settings_of(target)
    privacy = item.send_to_privacy or copy.privacy
    if privacy not in settings.privacy_levels:
        privacy = settings.privacy_levels[0]
    copy.privacy = privacy
    known = {one.id for one in settings.categories}
    if copy.category not in known:
        copy.category = None
    inherit_advices(item, copy)
    _advance(copy, ItemState(destination.arrives_in))
    copy.reindexObject()
    notify(ItemSentToAssembly(item, copy))
    return copy


def _copy(item: IMeetingItem, target: IAssembly) -> IMeetingItem:
    """Return a new item of ``target`` with what travels, linked both ways."""
    copy = createContent(PORTAL_TYPE)
    for name in COPIED_FIELDS:
        attribute = SCHEMA_NAMES.get(name, name)
        if hasattr(item.aq_base, attribute):
            setattr(copy, attribute, getattr(item.aq_base, attribute))
    copy.id = f"point-{take(target, 'item')}"
    copy.predecessor_uid = item.UID()
    added = addContentToContainer(target, copy, checkConstraints=False)
    item.successor_uids = (*item.successor_uids, added.UID())
    return added


def _advance(item: IMeetingItem, wanted: ItemState) -> None:
    """Take an item to the state it arrives in, or as far as no rule stands in its way.

    Nobody reviews it again: the organ that decided has spoken for it.
    """
    order = (ItemState.ITEMCREATED, ItemState.VALIDATED, ItemState.PRESENTED)
    if order.index(wanted) == 0:
        return
    levels = levels_for(settings_of(assembly_of(item)), item.proposing_service)
    steps = [*(level.transition for level in levels), ItemTransition.VALIDATE]
    if wanted is ItemState.PRESENTED:
        steps.append(ItemTransition.PRESENT)
    workflow = api.portal.get_tool("portal_workflow")
    with api.env.adopt_roles(["Manager"]):
        for step in steps:
            if obstacles(item, step.value):
                return
            workflow.doActionFor(item, step.value)
