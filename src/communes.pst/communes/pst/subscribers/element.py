"""An element of a plan was made, written, moved on or is going."""

from communes.core.annexes.api import settle_rights_below
from communes.core.journal.api import record
from communes.pst.content.element import IElement
from communes.pst.storage.access import refresh_above
from communes.pst.storage.access import refresh_below
from communes.pst.storage.access import refresh_roles
from communes.pst.storage.history import is_quiet
from communes.pst.storage.history import note
from communes.pst.storage.history import note_removal
from communes.pst.storage.shown import settle_above
from communes.pst.workflow.assigning import do_what_follows
from datetime import date
from OFS.interfaces import IObjectWillBeRemovedEvent
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.container.interfaces import IContainerModifiedEvent
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


def on_added(obj: IElement, event: IObjectAddedEvent) -> None:
    """Give a new element its rights and its place in the history."""
    obj.updated_on = obj.updated_on or date.today()
    refresh_roles(obj)
    if not is_quiet(obj):
        note(obj)
        settle_above(obj)
        refresh_above(obj)


def on_modified(obj: IElement, event: IObjectModifiedEvent) -> None:
    """Follow a change of people, of days, of an assigned agent."""
    if IContainerModifiedEvent.providedBy(event):
        return
    obj.updated_on = date.today()
    do_what_follows(obj)
    if note(obj):
        refresh_below(obj)
        refresh_above(obj)
        settle_above(obj)


def on_step(obj: IElement, event: IAfterTransitionEvent) -> None:
    """Tell history and journal; the engine reindexes state and rights afterwards."""
    if event.transition is None:
        return
    obj.updated_on = date.today()
    note(obj)
    settle_rights_below(obj)
    settle_above(obj)
    record(
        f"pst.step.{event.transition.getId()}",
        obj,
        before=event.old_state.getId(),
        after=event.new_state.getId(),
    )


def before_removal(obj: IElement, event: IObjectWillBeRemovedEvent) -> None:
    """Keep in the history what an element was."""
    if obj.kept is not None:
        note_removal(obj)
