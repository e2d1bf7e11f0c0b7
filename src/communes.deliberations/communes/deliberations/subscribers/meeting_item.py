"""An item was created, edited, moved on or deleted."""

from Acquisition import aq_base
from communes.core.annexes.api import settle_rights_below
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.states import DECISIONS
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import OUT_OF_MEETING
from communes.deliberations.storage.journal import note_step
from communes.deliberations.workflow.placing import place_on_agenda
from communes.deliberations.workflow.placing import take_off_agenda
from communes.deliberations.workflow.rights import refresh_local_roles
from communes.deliberations.workflow.travelling import send_onward
from communes.deliberations.workflow.travelling import take_back
from OFS.interfaces import IObjectWillBeRemovedEvent
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectCopiedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


def on_added(item: IMeetingItem, event: IObjectAddedEvent) -> None:
    """Give a new item its rights; the engine indexes it afterwards."""
    refresh_local_roles(item)


def on_modified(item: IMeetingItem, event: IObjectModifiedEvent) -> None:
    """Follow a change of service or of people in charge."""
    if refresh_local_roles(item):
        item.reindexObjectSecurity()


def on_step(item: IMeetingItem, event: IAfterTransitionEvent) -> None:
    """Give the item the rights of its new state, and do what the step means.

    The engine reindexes state and rights right after this event.
    """
    if event.transition is None:
        return
    step = ItemTransition(event.transition.getId())
    if step is ItemTransition.PRESENT:
        place_on_agenda(item, event.kwargs.get("meeting"))
    elif step is ItemTransition.BACK_TO_VALIDATED:
        take_off_agenda(item)
    refresh_local_roles(item)
    settle_rights_below(item)
    note_step(item, event)
    old, new = ItemState(event.old_state.getId()), ItemState(event.new_state.getId())
    if step in DECISIONS or step in OUT_OF_MEETING:
        send_onward(item, new)
    elif old in DECISIONS.values() or old in OUT_OF_MEETING.values():
        take_back(item)


def on_copied(item: IMeetingItem, event: IObjectCopiedEvent) -> None:
    """Let a copy begin its own life: on no agenda, with no reference and no kin."""
    for name in ("reference", "meeting_uid", "predecessor_uid", "external_id"):
        setattr(item, name, "")
    item.successor_uids = ()
    item.edits = None


def before_removal(item: IMeetingItem, event: IObjectWillBeRemovedEvent) -> None:
    """Leave no hole on an agenda; when the whole assembly goes there is none left."""
    if event.newParent is None and aq_base(event.object) is aq_base(item):
        take_off_agenda(item)
