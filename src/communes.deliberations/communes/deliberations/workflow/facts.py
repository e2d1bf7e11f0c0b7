"""What the rules must know of an item or a meeting before they judge a step."""

from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.content.urgency import Urgency
from communes.deliberations.domain.facts import AgendaFact
from communes.deliberations.domain.facts import ItemFacts
from communes.deliberations.domain.facts import MeetingFacts
from communes.deliberations.domain.obstacles import item_obstacles
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.states import DECISIONS
from communes.deliberations.domain.states import FINAL_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import LEVEL_STATES
from communes.deliberations.domain.workflow import item_exits
from communes.deliberations.domain.workflow import levels_for
from communes.deliberations.storage.agenda import agenda_of
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.attendance import present_count
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.item import plain_text
from communes.deliberations.storage.item import state_of
from communes.deliberations.storage.meeting import accepting_meetings
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.storage.meeting import state_of as meeting_state_of
from communes.deliberations.storage.service import staffed_roles
from communes.deliberations.workflow.outcome import outcome_of
from communes.deliberations.workflow.outcome import quorum_of
from communes.deliberations.workflow.outcome import votes_missing
from dataclasses import replace


#: From here an item may be proposed to a level, which somebody must then read.
_BEFORE_LEVELS = frozenset({ItemState.ITEMCREATED, *LEVEL_STATES})


def exits_of(item: IMeetingItem) -> tuple[ItemTransition, ...]:
    """Return the steps out of the item's state, whoever may take them."""
    settings = settings_of(assembly_of(item))
    meeting = meeting_of(item)
    return tuple(
        item_exits(
            settings,
            levels_for(settings, item.proposing_service or ""),
            state_of(item),
            None if meeting is None else meeting_state_of(meeting),
        )
    )


def item_facts(item: IMeetingItem) -> ItemFacts:
    """Return the item as the rules see it now."""
    assembly = assembly_of(item)
    settings = settings_of(assembly)
    levels = levels_for(settings, item.proposing_service or "")
    state = state_of(item)
    accepting = accepting_meetings(assembly) if state is ItemState.VALIDATED else ()
    facts = ItemFacts(
        state=state,
        assembly=settings,
        today=now().date(),
        levels=levels,
        staffed=staffed_roles(
            item.proposing_service or "", frozenset(one.role for one in levels)
        )
        if state in _BEFORE_LEVELS
        else frozenset(),
        title=item.title or "",
        motivation=plain_text(item.motivation),
        decision=plain_text(item.decision),
        category=item.category or "",
        service=item.proposing_service or "",
        list_type=item.list_type or "",
        poll_type=item.poll_type or "",
        treatment=item.treatment,
        accepting_meetings=len(accepting),
    )
    return _with_meeting(item, facts)


def _with_meeting(item: IMeetingItem, facts: ItemFacts) -> ItemFacts:
    """Return the facts with what the item's meeting, if any, says of it."""
    meeting = meeting_of(item)
    if meeting is None:
        return facts
    return replace(
        facts,
        meeting_state=meeting_state_of(meeting),
        meeting_date=meeting.date.date(),
        urgency_accepted=item.urgency == Urgency.ACCEPTED,
        votes_missing=votes_missing(item, meeting),
        outcome=outcome_of(item, meeting),
        quorum=quorum_of(item, meeting),
    )


def meeting_facts(meeting: IMeeting, *, closing: bool = False) -> MeetingFacts:
    """Return the meeting as the rules see it now.

    :param closing: also ask of each open item what would stop its acceptance;
        that wakes the items, the rest does not.
    """
    settings = settings_of(assembly_of(meeting))
    return MeetingFacts(
        state=meeting_state_of(meeting),
        assembly=settings,
        today=now().date(),
        date=meeting.date.date() if meeting.date else None,
        place=meeting.place or "",
        items=tuple(
            _agenda_fact(settings, row, closing) for row in agenda_of(meeting).rows
        ),
        present=present_count(meeting),
    )


def _agenda_fact(settings: AssemblySettings, row: object, closing: bool) -> AgendaFact:
    fact = AgendaFact(row.number_shown, row.state)
    if not closing or row.state in FINAL_STATES or row.state is ItemState.RETURNED:
        return fact
    facts = item_facts(row.item())
    if row.state not in DECISIONS.values():
        facts = replace(facts, state=ItemState.ITEMFROZEN)
    found = item_obstacles(ItemTransition.ACCEPT, facts)
    return replace(fact, closing_obstacles=found)
