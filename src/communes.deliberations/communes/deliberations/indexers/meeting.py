"""What lists and filters ask about a meeting."""

from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.legal_clock import noted
from plone.indexer import indexer


@indexer(IMeeting)
def deliberations_assembly(meeting):
    """Return the id of the meeting's assembly."""
    return assembly_of(meeting).getId()


@indexer(IMeeting)
def deliberations_external_id(meeting):
    """Return the id given by the application the meeting came from."""
    return meeting.external_id or ""


@indexer(IMeeting)
def deliberations_meeting_date(meeting):
    """Return the date and time of the meeting."""
    return meeting.date


@indexer(IMeeting)
def deliberations_legal_clock(meeting):
    """Return what the legal clock must know of the meeting, as plain values."""
    return noted(meeting)
