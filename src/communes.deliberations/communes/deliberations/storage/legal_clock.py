"""The legal clock's facts: from a meeting, or from the index without waking one."""

from collections.abc import Mapping
from communes.core.access.catalog import unrestricted
from communes.core.access.catalog import visible
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.legal_clock.clock import ClockFacts
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.meeting import PORTAL_TYPE
from communes.deliberations.storage.service import inhabitants
from datetime import date
from datetime import datetime
from datetime import timedelta
from plone import api


#: How long after a meeting its minutes may still wait for their approval.
APPROVAL_WINDOW = timedelta(days=120)


def noted(meeting: IMeeting) -> dict[str, object]:
    """Return what the meeting itself says to the clock, as plain values."""
    return {
        "call": meeting.call or 1,
        "urgent": bool(meeting.urgent_convocation),
        "extraordinary": bool(meeting.extraordinary),
        "convoked_on": meeting.convoked_on,
        "drafts_published_on": meeting.drafts_published_on,
        "approved_on": meeting.approved_on,
    }


def facts_of(meeting: IMeeting, today: date) -> ClockFacts:
    """Return a meeting as its terms see it."""
    assembly = assembly_of(meeting)
    following = unrestricted(
        portal_type=PORTAL_TYPE,
        deliberations_assembly=assembly.getId(),
        deliberations_meeting_date={"query": meeting.date, "range": "min"},
        sort_on="deliberations_meeting_date",
    )
    later = [
        brain.deliberations_meeting_date.date()
        for brain in following
        if brain.deliberations_meeting_date > meeting.date
    ]
    state = api.content.get_state(obj=meeting)
    return _facts(
        assembly,
        noted(meeting),
        meeting.date,
        state,
        later[0] if later else None,
        today,
    )


def coming_facts(
    assembly: IAssembly, today: date, ahead: int
) -> list[tuple[object, ClockFacts]]:
    """Return the rows of the meetings whose terms may press, each with its facts.

    One query; no meeting is woken. ``ahead``: how many days are looked at.
    """
    begins = datetime.combine(today - APPROVAL_WINDOW, datetime.min.time())
    ends = datetime.combine(today + timedelta(days=ahead), datetime.max.time())
    brains = visible(
        portal_type=PORTAL_TYPE,
        deliberations_assembly=assembly.getId(),
        deliberations_meeting_date={"query": (begins, ends), "range": "min:max"},
        sort_on="deliberations_meeting_date",
    )
    found = []
    days = [brain.deliberations_meeting_date.date() for brain in brains]
    for place, brain in enumerate(brains):
        following = days[place + 1] if place + 1 < len(days) else None
        known = brain.deliberations_legal_clock
        if not isinstance(known, Mapping):
            continue
        moment, state = brain.deliberations_meeting_date, brain.review_state
        found.append((brain, _facts(assembly, known, moment, state, following, today)))
    return found


def _facts(
    assembly: IAssembly,
    known: Mapping[str, object],
    moment: datetime,
    state: str,
    following: date | None,
    today: date,
) -> ClockFacts:
    return ClockFacts(
        organ=settings_of(assembly).organ,
        day=moment.date(),
        today=today,
        inhabitants=inhabitants(api.portal.get()),
        closed=state == MeetingState.CLOSED,
        next_meeting=following,
        **known,
    )
