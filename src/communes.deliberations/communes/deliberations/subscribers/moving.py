"""An item or a meeting is about to be moved, by an administrator or a program."""

from Acquisition import aq_base
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.exceptions import StaysInAssembly
from OFS.interfaces import IObjectWillBeMovedEvent


def before_move(obj: IMeetingItem | IMeeting, event: IObjectWillBeMovedEvent) -> None:
    """Refuse another assembly; a new address in the same one is fine.

    :raises StaysInAssembly: agenda, votes and rights belong to the assembly.
    """
    old, new = event.oldParent, event.newParent
    if aq_base(event.object) is not aq_base(obj) or None in (old, new):
        return
    if aq_base(old) is not aq_base(new):
        raise StaysInAssembly(what=obj.title, assembly=old.title)
