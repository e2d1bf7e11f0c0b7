"""Write a checked plan: meeting, attendance, items, urgency, votes."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.content.urgency import Urgency
from communes.deliberations.domain.agenda import AgendaEntry
from communes.deliberations.domain.agenda import STEP
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.domain.choices import PollType
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.document_html import paragraphs
from communes.deliberations.domain.importing.plan import ImportPlan
from communes.deliberations.domain.importing.plan import ItemPlan
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import public_vote
from communes.deliberations.storage.agenda import write_agenda
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.attendance import save_roll
from communes.deliberations.storage.vote import ItemVotes
from communes.deliberations.storage.vote import save_votes
from communes.deliberations.workflow.arriving import arrive_in
from communes.deliberations.workflow.vote_text import write_vote_text
from datetime import datetime
from datetime import time


NOON = time(12, 0)
COMMENT = "Importé"


def write_plan(
    assembly: IAssembly,
    plan: ImportPlan,
    service: str,
    create_meeting: object,
    create_item: object,
) -> IMeeting:
    """Write the whole plan into the assembly and return its meeting.

    The meeting stands in preparation with its items presented in the order of the
    file, the attendance and the votes encoded: it then goes through its states.

    :param service: id of the service that brings the items.
    :param create_meeting, create_item: the door's own functions, so that an import
        meets the same refusals as anybody.
    """
    opened = datetime.combine(plan.day, plan.opened_at or NOON)
    meeting = create_meeting(assembly, _meeting_values(plan, opened))
    items = [
        (one, create_item(assembly, _item_values(one, settings_of(assembly), service)))
        for one in sorted(plan.items, key=lambda one: one.number)
    ]
    _write_agenda(meeting, items)
    order = tuple(item.UID() for _one, item in items)
    roll = RollCall(seats=plan.seats, presences=plan.presences, order=order)
    save_roll(meeting, roll, COMMENT)
    for one, item in items:
        _write_votes(meeting, plan, one, item)
    return meeting


def _write_agenda(
    meeting: IMeeting, items: Sequence[tuple[ItemPlan, IMeetingItem]]
) -> None:
    """Present the items in the order and under the numbers of the file."""
    for _one, item in items:
        item.meeting_uid = meeting.UID()
        arrive_in(item, ItemState.PRESENTED, COMMENT)
        item.reindexObject()
    entries = [AgendaEntry(item.UID(), number=one.number * STEP) for one, item in items]
    write_agenda(meeting, entries, COMMENT)


def _meeting_values(plan: ImportPlan, opened: datetime) -> Mapping[str, object]:
    values = {
        "date": opened,
        "place": plan.place,
        "external_id": plan.external_id,
        "chair": plan.chair,
        "secretary": plan.secretary,
    }
    if plan.opened_at is not None:
        values["started_at"] = opened
    if plan.closed_at is not None:
        values["ended_at"] = datetime.combine(plan.day, plan.closed_at)
    return values


def _item_values(
    plan: ItemPlan, settings: AssemblySettings, service: str
) -> Mapping[str, object]:
    values = {
        "title": plan.title,
        "proposing_service": service,
        "privacy": (Privacy.PUBLIC if plan.public else Privacy.CLOSED).value,
        "list_type": _list_type(plan, settings),
        "motivation": paragraphs(plan.motivation),
        "decision": paragraphs(plan.decision),
        "external_id": plan.external_id,
    }
    if plan.urgent:
        values["urgency"] = Urgency.ACCEPTED.value
    if plan.vote is not None:
        values["poll_type"] = str(plan.vote.poll_type)
    elif plan.decided:
        values["poll_type"] = PollType.NO_VOTE.value
    return values


def _list_type(plan: ItemPlan, settings: AssemblySettings) -> str:
    """Return the list type of an item: an urgent one's, or the ordinary one."""
    ordinary = next(
        one.id for one in settings.list_types if not one.late and not one.needs_urgency
    )
    if not plan.urgent:
        return ordinary
    urgent = (one.id for one in settings.list_types if one.needs_urgency)
    return next(urgent, ordinary)


def _write_votes(
    meeting: IMeeting, plan: ImportPlan, one: ItemPlan, item: IMeetingItem
) -> None:
    urgency = None
    if one.urgent:
        said = [(seat.id, VoteValue.YES) for seat in plan.urgency_in_favour]
        urgency = public_vote(plan.seats, plan.voters, said, str(one.number))
    votes = () if one.vote is None else (one.vote,)
    if votes or urgency:
        save_votes(meeting, item.UID(), ItemVotes(votes, urgency), COMMENT, None)
    if votes:
        write_vote_text(item, votes)
