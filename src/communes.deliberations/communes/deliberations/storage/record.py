"""A meeting as its documents and its readers need it: one plain record."""

from communes.core.privacy.domain.passages import masked
from communes.core.privacy.domain.text import words
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.urgency import Urgency
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.records import ItemRecord
from communes.deliberations.domain.records import MeetingRecord
from communes.deliberations.domain.records import UrgencyRecord
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.storage.advice import citations
from communes.deliberations.storage.agenda import agenda_of
from communes.deliberations.storage.agenda import AgendaRow
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.attendance import chair_of
from communes.deliberations.storage.attendance import roll_of
from communes.deliberations.storage.attendance import secretary_of
from communes.deliberations.storage.item import html_of
from communes.deliberations.storage.item import plain_text
from communes.deliberations.storage.review import review_of
from communes.deliberations.storage.service import institution
from communes.deliberations.storage.vote import rewritten
from communes.deliberations.storage.vote import votes_of
from datetime import datetime
from datetime import time
from plone import api


def meeting_record(meeting: IMeeting, *, closed: bool) -> MeetingRecord:
    """Return the meeting with all its items; this wakes them.

    :param closed: also the observations of the closed part. The items of the
        closed part are always there: the rules' ``public_`` functions hide them.
    """
    roll, _revision = roll_of(meeting)
    rows = agenda_of(meeting).rows
    return MeetingRecord(
        assembly=settings_of(assembly_of(meeting)),
        institution=institution(api.portal.get()),
        day=meeting.date.date(),
        roll=roll,
        items=tuple(item_record(meeting, row) for row in rows),
        urgencies=_urgencies(meeting, rows, roll),
        number=meeting.meeting_number or 0,
        place=meeting.place or "",
        opened_at=_time(meeting.started_at or meeting.date),
        closed_at=_time(meeting.ended_at),
        convened_on=meeting.convoked_on,
        call=meeting.call or 1,
        chair=chair_of(meeting, roll),
        secretary=secretary_of(meeting, roll),
        observations=_observations(meeting, closed),
    )


def item_record(meeting: IMeeting, row: AgendaRow) -> ItemRecord:
    """Return one item of the agenda with its texts and its votes."""
    item = row.item()
    held, _revision = votes_of(meeting, row.uid)
    return ItemRecord(
        id=row.uid,
        number=row.number_shown,
        title=item.title,
        public=item.privacy == Privacy.PUBLIC,
        motivation=html_of(item.motivation) + citations(item),
        decision=html_of(item.decision),
        state=row.state,
        reference=item.reference,
        votes=held.votes,
        vote_text=rewritten(plain_text(item.vote_text), held.votes),
        public_title=review_of(item)[0].public_title,
        public_vote_text=_public_vote_text(item, held.votes),
        category=item.category or "",
        service=item.proposing_service or "",
        list_type=item.list_type,
        treatment=item.treatment,
    )


def _public_vote_text(item: object, votes: tuple[object, ...]) -> str:
    """Return the rewritten vote without its marked passages."""
    shown = words(masked(item.vote_text.raw or "")) if item.vote_text else ""
    return rewritten(" ".join(shown.split()), votes)


def _urgencies(
    meeting: IMeeting, rows: tuple[AgendaRow, ...], roll: RollCall
) -> tuple[UrgencyRecord, ...]:
    """Return the declarations of urgency, one for all the items of the same people."""
    declared: dict[tuple[tuple[Seat, ...], int], list[str]] = {}
    for row in rows:
        urgency = votes_of(meeting, row.uid)[0].urgency
        if urgency is not None and row.brain.deliberations_urgency == Urgency.ACCEPTED:
            key = (urgency.who(VoteValue.YES), len(urgency.values))
            declared.setdefault(key, []).append(row.uid)
    return tuple(
        UrgencyRecord(tuple(uids), in_favour, present)
        for (in_favour, present), uids in declared.items()
    )


def _observations(meeting: IMeeting, closed: bool) -> str:
    parts = [meeting.observations, meeting.vote_observations]
    if closed:
        parts.append(meeting.closed_observations)
    return "".join(html_of(one) for one in parts)


def _time(moment: datetime | None) -> time | None:
    return None if moment is None else moment.time()
