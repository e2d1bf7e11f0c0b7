"""What a step does to what was written beside an item."""

from Acquisition import aq_base
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.preparation.claim import moved
from communes.deliberations.storage.claim import claim_of
from communes.deliberations.storage.claim import save_claim
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.version import forget_versions
from communes.deliberations.storage.version import keep_version
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.lifecycleevent.interfaces import IObjectCopiedEvent


def on_step(item: IMeetingItem, event: IAfterTransitionEvent) -> None:
    """Keep the texts as they were in the state left, and give the item back.

    Who had the item in the state it comes to has it again.
    """
    if event.transition is None:
        return
    keep_version(item, event.old_state.getId(), now())
    claim, revision = claim_of(item)
    if revision:
        after = moved(claim, event.new_state.getId())
        if after != claim:
            save_claim(item, after, "le point a changé d'étape")


def on_copied(item: IMeetingItem, event: IObjectCopiedEvent) -> None:
    """Let a copy begin with no past, no holder, no label and no link of its own."""
    forget_versions(item)
    for name in ("completeness", "claim", "labels", "links", "own_labels"):
        if name in vars(aq_base(item)):
            delattr(item, name)
