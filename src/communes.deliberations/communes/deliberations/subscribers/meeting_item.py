"""An item was created, edited, moved on or deleted."""

from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.states import DECISIONS
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.storage.journal import note_step
from communes.deliberations.workflow.placing import place_on_agenda
from communes.deliberations.workflow.placing import take_off_agenda
from communes.deliberations.workflow.rights import refresh_local_roles
from communes.deliberations.workflow.travelling import send_onward
from communes.deliberations.workflow.travelling import take_back
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


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
    note_step(item, event)
    old, new = ItemState(event.old_state.getId()), ItemState(event.new_state.getId())
    if step in DECISIONS:
        send_onward(item, new)
    elif old in DECISIONS.values():
        take_back(item)


def on_removed(item: IMeetingItem, event: IObjectRemovedEvent) -> None:
    """Leave no hole on an agenda."""
    if event.newParent is None:
        take_off_agenda(item)
