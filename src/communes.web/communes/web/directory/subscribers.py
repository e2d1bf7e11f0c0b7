"""What follows an entry that is taken away."""

from communes.web.content.directory import IEntry
from communes.web.directory.claims import forget_entry
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def entry_removed(entry: IEntry, event: IObjectRemovedEvent) -> None:
    """The list of proposals relies on it: none is of an entry that is gone."""
    if event.newParent is None:
        forget_entry(entry)
