"""Write an item anew from an existing one."""

from Acquisition import aq_base
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.deliberations.api.item import create_item
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.link import link
from plone.autoform.interfaces import READ_PERMISSIONS_KEY
from plone.supermodel.utils import mergedTaggedValueDict
from zope.component import getUtility
from zope.schema import getFieldNames
from zope.security.interfaces import IPermission


#: What belongs to the life of one item and not to its words.
OWN = frozenset(
    {
        "external_id",
        "origin",
        "origin_url",
        "urgency",
        "urgency_motivation",
        "vote_text",
        "list_type",
        "preferred_meeting",
        "meeting_deadline",
        "fixes_agenda_of",
        "observations",
        "internal_notes",
        "manager_notes",
        "marginal_notes",
    }
)


def duplicate(item: IMeetingItem, *, linked: bool = True) -> IMeetingItem:
    """Create an item with the words of another, in the same assembly.

    Votes, notes, dates and the reference stay behind; ``linked`` keeps a link both
    ways. The user must be able to write for the service of the item.

    :raises MayNot: the user may not see the item, nor add one.
    :raises InvalidInput: a field is not the user's to fill in, as the service.
    """
    require("View", item)
    guarded = mergedTaggedValueDict(IMeetingItem, READ_PERMISSIONS_KEY)
    values = {
        name: getattr(aq_base(item), name, None)
        for name in getFieldNames(IMeetingItem)
        if name not in OWN and _readable(item, guarded.get(name))
    }
    kept = {name: one for name, one in values.items() if one not in (None, "", ())}
    copy = create_item(assembly_of(item), kept)
    if linked:
        link(item, copy)
    note_change("duplicated", copy, source=item.UID())
    return copy


def _readable(item: IMeetingItem, permission: str | None) -> bool:
    if permission is None:
        return True
    return may(getUtility(IPermission, name=permission).title, item)
