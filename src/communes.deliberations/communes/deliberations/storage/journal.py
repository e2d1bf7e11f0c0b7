"""Write in the journal what must be told later: steps, votes, confidential reads."""

from communes.core.journal.api import record
from communes.core.journal.api import record_read
from Products.DCWorkflow.interfaces import IAfterTransitionEvent


def note_step(obj: object, event: IAfterTransitionEvent) -> None:
    """Note that an item or a meeting moved from one state to another."""
    record(
        f"deliberations.step.{event.transition.getId()}",
        obj,
        before=event.old_state.getId(),
        after=event.new_state.getId(),
    )


def note_change(what: str, obj: object, **details: object) -> None:
    """Note that a part of an item or of a meeting was written."""
    record(f"deliberations.{what}", obj, **details)


def note_confidential_read(what: str, obj: object) -> None:
    """Note, before its bytes leave, that something confidential is read."""
    record_read(f"deliberations.read.{what}", obj)
