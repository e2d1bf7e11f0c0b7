"""An item was created, changed, moved on or copied: its advices follow."""

from communes.core.signature.interfaces import ISignatureChanged
from communes.deliberations.content.advice import IAdvice
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.workflow.advices.following import count_again
from communes.deliberations.workflow.advices.following import follow
from communes.deliberations.workflow.advices.signing import follow_signature
from plone.registry.interfaces import IRecordModifiedEvent
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.container.interfaces import IContainerModifiedEvent
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectCopiedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


def on_item_added(item: IMeetingItem, event: IObjectAddedEvent) -> None:
    """Ask what the rules ask of a new item."""
    follow(item)


def on_item_modified(item: IMeetingItem, event: IObjectModifiedEvent) -> None:
    """Ask again what changed; something put in the item is no change of it."""
    if not IContainerModifiedEvent.providedBy(event):
        follow(item)


def on_item_step(item: IMeetingItem, event: IAfterTransitionEvent) -> None:
    """Start or pause what the new state starts or pauses."""
    if event.transition is not None:
        follow(item)


def on_item_copied(item: IMeetingItem, event: IObjectCopiedEvent) -> None:
    """Let a copy begin without the answers about the first."""
    for advice in advices_of(item):
        item._delObject(advice.getId(), suppress_events=True)


def on_signature(advice: IAdvice, event: ISignatureChanged) -> None:
    """Follow the signature of an advice."""
    follow_signature(advice, event.request)


def on_setting(event: IRecordModifiedEvent) -> None:
    """Count the delays again when the closing days of the commune changed."""
    if event.record.__name__ == "communes.core.closing_days":
        count_again()
