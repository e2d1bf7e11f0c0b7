"""The meetings of a year as the statistics need them: no item is woken."""

from communes.core.access.catalog import visible
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.statistics.year import Held
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.storage.attendance import roll_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.meeting import PORTAL_TYPE
from communes.deliberations.storage.vote import votes_of
from datetime import datetime


#: Where the attendance may still be wrong: the meeting is being prepared.
_TO_COME = (MeetingState.CREATED.value,)


def held_in(assembly: IAssembly, year: int) -> tuple[Held, ...]:
    """Return the meetings held in that year whose roll was called, by date."""
    begins, ends = datetime(year, 1, 1), min(datetime(year, 12, 31, 23, 59), now())
    brains = visible(
        portal_type=PORTAL_TYPE,
        deliberations_assembly=assembly.getId(),
        deliberations_meeting_date={"query": (begins, ends), "range": "min:max"},
        sort_on="deliberations_meeting_date",
    )
    found = (
        _held(brain.getObject())
        for brain in brains
        if brain.review_state not in _TO_COME
    )
    return tuple(one for one in found if one is not None)


def years_of(assembly: IAssembly) -> tuple[int, ...]:
    """Return the years in which the assembly met, the last one first."""
    brains = visible(portal_type=PORTAL_TYPE, deliberations_assembly=assembly.getId())
    years = {brain.deliberations_meeting_date.year for brain in brains}
    return tuple(sorted(years, reverse=True))


def _held(meeting: IMeeting) -> Held | None:
    roll, revision = roll_of(meeting)
    if not revision:
        return None
    votes = (
        vote
        for uid in meeting.votes or ()
        for vote in votes_of(meeting, uid)[0].votes
        if isinstance(vote, PublicVote)
    )
    return Held(meeting.date.date(), roll, tuple(votes))
