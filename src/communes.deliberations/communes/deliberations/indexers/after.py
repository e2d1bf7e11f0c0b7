"""What lists ask of minutes, signatures, supervision and follow-up."""

from Acquisition import aq_parent
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.content.minutes import IMinutes
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.follow_up import follow_up_of
from communes.deliberations.storage.signing import awaited_accounts
from communes.deliberations.storage.tutelle import tutelle_index
from plone.indexer import indexer


@indexer(IMinutes)
def minutes_assembly(minutes):
    """Return the id of the assembly."""
    return assembly_of(minutes).getId()


@indexer(IMinutes)
def minutes_meeting(minutes):
    """Return the UID of the meeting the minutes are of."""
    return aq_parent(minutes).UID()


@indexer(IMinutes)
def minutes_date(minutes):
    """Return the day and hour of that meeting."""
    return aq_parent(minutes).date


@indexer(IMinutes)
def minutes_signers(minutes):
    """Return the accounts whose signature the minutes await now."""
    return awaited_accounts(minutes)


@indexer(IMeetingItem)
def item_signers(item):
    """Return the accounts whose signature a document of the item awaits now."""
    return awaited_accounts(item)


@indexer(IMeetingItem)
def item_follow_up(item):
    """Return the services that still have something to do after the decision."""
    return tuple({one.service for one in follow_up_of(item)[0] if one.done_on is None})


@indexer(IMeetingItem)
def item_follow_up_until(item):
    """Return the first day by which something is to be done, as an ISO text."""
    tasks = follow_up_of(item)[0]
    days = [one.until for one in tasks if one.until and one.done_on is None]
    return min(days).isoformat() if days else ""


@indexer(IMeetingItem)
def item_tutelle(item):
    """Return where the supervision of the act stands; empty for none."""
    return tutelle_index(item)[0]


@indexer(IMeetingItem)
def item_tutelle_deadline(item):
    """Return the day the supervision must answer by, as an ISO text."""
    return tutelle_index(item)[1]
