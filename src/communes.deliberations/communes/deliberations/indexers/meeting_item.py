"""What lists and filters ask about an item."""

from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.storage.assembly import assembly_of
from plone.indexer import indexer
from plone.uuid.interfaces import IUUID


@indexer(IMeetingItem)
def deliberations_assembly(item):
    """Return the id of the item's assembly."""
    return assembly_of(item).getId()


@indexer(IMeetingItem)
def deliberations_service(item):
    """Return the id of the proposing service."""
    return item.proposing_service or ""


@indexer(IMeetingItem)
def deliberations_groups_in_charge(item):
    """Return the ids of the services and members in charge."""
    return tuple(item.groups_in_charge or ())


@indexer(IMeetingItem)
def deliberations_meeting(item):
    """Return the UID of the meeting the item is on; empty when it is on none."""
    return item.meeting_uid


@indexer(IMeetingItem)
def deliberations_preferred_meeting(item):
    """Return the UID of the meeting the service wishes for."""
    return item.preferred_meeting or ""


@indexer(IMeetingItem)
def deliberations_category(item):
    """Return the id of the item's category."""
    return item.category or ""


@indexer(IMeetingItem)
def deliberations_list_type(item):
    """Return the id of the item's list type."""
    return item.list_type


@indexer(IMeetingItem)
def deliberations_privacy(item):
    """Return the part of the meeting the item is dealt with in."""
    return item.privacy


@indexer(IMeetingItem)
def deliberations_urgency(item):
    """Return how far the urgency of the item went."""
    return item.urgency


@indexer(IMeetingItem)
def deliberations_treatment(item):
    """Return what the assembly does with the item."""
    return item.treatment


@indexer(IMeetingItem)
def deliberations_poll_type(item):
    """Return the poll type chosen for the item; empty for the assembly's own."""
    return item.poll_type or ""


@indexer(IMeetingItem)
def deliberations_send_to(item):
    """Return the ids of the assemblies the item will travel to."""
    return tuple(item.send_to or ())


@indexer(IMeetingItem)
def deliberations_reference(item):
    """Return the frozen reference; empty before the minutes are begun."""
    return item.reference


@indexer(IMeetingItem)
def deliberations_external_id(item):
    """Return the id given by the application the item came from."""
    return item.external_id or ""


@indexer(IMeetingItem)
def deliberations_successor_of(item):
    """Return the UID of the item this one continues; empty for a first item."""
    return item.predecessor_uid


@indexer(IMeetingItem)
def SearchableText(item):  # noqa: N802 -- the catalogue's own name
    """Return what a full-text search finds an item by; never the internal notes."""
    texts = (item.summary, item.motivation, item.decision)
    words = [item.title, item.reference, IUUID(item, "")]
    return " ".join([*words, *(_plain(item, text) for text in texts if text)])


def _plain(item, text):
    from Products.CMFPlone.utils import safe_text  # late: keeps import time low

    transforms = item.portal_transforms
    stream = transforms.convertTo(
        "text/plain", text.raw or "", mimetype=text.mimeType or "text/html"
    )
    return safe_text(stream.getData()) if stream is not None else ""
