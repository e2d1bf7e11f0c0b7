"""Which steps an item has from where it stands, for whom, and where they lead."""

from collections.abc import Mapping
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import ValidationLevel
from communes.deliberations.domain.states import AGENDA_STATES
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import DECISIONS
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import LEVEL_ENTRIES
from communes.deliberations.domain.states import LEVEL_STATES
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.domain.states import OUT_OF_MEETING
from types import MappingProxyType


CREATORS = "creators"
MANAGERS = "meetingmanagers"

LEVEL_BACKS: Mapping[ItemState, ItemTransition] = MappingProxyType(
    dict(
        zip(
            LEVEL_STATES,
            (
                ItemTransition.BACK_TO_PROPOSED,
                ItemTransition.BACK_TO_PREVALIDATED,
                ItemTransition.BACK_TO_LEVEL_1,
                ItemTransition.BACK_TO_LEVEL_2,
                ItemTransition.BACK_TO_LEVEL_3,
                ItemTransition.BACK_TO_LEVEL_4,
                ItemTransition.BACK_TO_LEVEL_5,
            ),
            strict=True,
        )
    )
)

AGENDA_ENTRIES: Mapping[ItemState, ItemTransition] = MappingProxyType(
    {
        ItemState.ITEMFROZEN: ItemTransition.ITEMFREEZE,
        ItemState.ITEMPUBLISHED: ItemTransition.ITEMPUBLISH,
        ItemState.ITEMDECIDED: ItemTransition.ITEMDECIDE,
    }
)

AGENDA_BACKS: Mapping[ItemState, ItemTransition] = MappingProxyType(
    {
        ItemState.PRESENTED: ItemTransition.BACK_TO_PRESENTED,
        ItemState.ITEMFROZEN: ItemTransition.BACK_TO_FROZEN,
        ItemState.ITEMPUBLISHED: ItemTransition.BACK_TO_PUBLISHED,
        ItemState.ITEMDECIDED: ItemTransition.BACK_TO_DECIDED,
    }
)

CORRECTED: Mapping[ItemState, ItemTransition] = MappingProxyType(
    {
        ItemState.PRESENTED: ItemTransition.BACK_TO_PRESENTED_FROM_RETURNED,
        ItemState.ITEMFROZEN: ItemTransition.BACK_TO_FROZEN_FROM_RETURNED,
        ItemState.ITEMPUBLISHED: ItemTransition.BACK_TO_PUBLISHED_FROM_RETURNED,
        ItemState.ITEMDECIDED: ItemTransition.BACK_TO_DECIDED_FROM_RETURNED,
    }
)

#: Where an item that waited for advices goes on: the place it came from.
ADVISED: Mapping[ItemState, ItemTransition] = MappingProxyType(
    {
        ItemState.ITEMCREATED: ItemTransition.BACK_TO_CREATED_FROM_WAITING,
        ItemState.PROPOSED: ItemTransition.BACK_TO_PROPOSED_FROM_WAITING,
        ItemState.PREVALIDATED: ItemTransition.BACK_TO_PREVALIDATED_FROM_WAITING,
        ItemState.LEVEL_1: ItemTransition.BACK_TO_LEVEL_1_FROM_WAITING,
        ItemState.LEVEL_2: ItemTransition.BACK_TO_LEVEL_2_FROM_WAITING,
        ItemState.LEVEL_3: ItemTransition.BACK_TO_LEVEL_3_FROM_WAITING,
        ItemState.LEVEL_4: ItemTransition.BACK_TO_LEVEL_4_FROM_WAITING,
        ItemState.LEVEL_5: ItemTransition.BACK_TO_LEVEL_5_FROM_WAITING,
    }
)

OUT_OF_MEETING_BACKS: Mapping[ItemState, ItemTransition] = MappingProxyType(
    {
        ItemState.ACCEPTED_OUT_OF_MEETING: ItemTransition.BACK_FROM_OUT_OF_MEETING,
        ItemState.ACCEPTED_OUT_OF_MEETING_EMERGENCY: (
            ItemTransition.BACK_FROM_OUT_OF_MEETING_EMERGENCY
        ),
        ItemState.TRANSFERED: ItemTransition.BACK_FROM_TRANSFERED,
    }
)

# Where each step leads, whatever the assembly: the workflow definition is compared
# with this table.
ITEM_TARGETS: Mapping[ItemTransition, ItemState] = MappingProxyType(
    {
        ItemTransition.VALIDATE: ItemState.VALIDATED,
        ItemTransition.PRESENT: ItemState.PRESENTED,
        ItemTransition.RETURN: ItemState.RETURNED,
        ItemTransition.WAIT_ADVICES: ItemState.WAITING_ADVICES,
        ItemTransition.BACK_TO_CREATED: ItemState.ITEMCREATED,
        ItemTransition.BACK_TO_VALIDATED: ItemState.VALIDATED,
        **DECISIONS,
        **OUT_OF_MEETING,
        **dict.fromkeys(OUT_OF_MEETING_BACKS.values(), ItemState.VALIDATED),
        **{
            step: state
            for table in (
                LEVEL_ENTRIES,
                LEVEL_BACKS,
                AGENDA_ENTRIES,
                AGENDA_BACKS,
                CORRECTED,
                ADVISED,
            )
            for state, step in table.items()
        },
    }
)

MEETING_TARGETS: Mapping[MeetingTransition, MeetingState] = MappingProxyType(
    {
        MeetingTransition.FREEZE: MeetingState.FROZEN,
        MeetingTransition.PUBLISH: MeetingState.PUBLISHED,
        MeetingTransition.DECIDE: MeetingState.DECIDED,
        MeetingTransition.PUBLISH_DECISIONS: MeetingState.DECISIONS_PUBLISHED,
        MeetingTransition.CLOSE: MeetingState.CLOSED,
        MeetingTransition.BACK_TO_CREATED: MeetingState.CREATED,
        MeetingTransition.BACK_TO_FROZEN: MeetingState.FROZEN,
        MeetingTransition.BACK_TO_PUBLISHED: MeetingState.PUBLISHED,
        MeetingTransition.BACK_TO_DECIDED: MeetingState.DECIDED,
        MeetingTransition.BACK_TO_DECISIONS_PUBLISHED: (
            MeetingState.DECISIONS_PUBLISHED
        ),
    }
)


def levels_for(assembly: AssemblySettings, service: str) -> tuple[ValidationLevel, ...]:
    """Return the review levels an item of ``service`` goes through, in order."""
    return tuple(
        level
        for level in assembly.validation_levels
        if not level.services or service in level.services
    )


def agenda_path(assembly: AssemblySettings) -> tuple[ItemState, ...]:
    """Return the states an item passes on an agenda of this assembly."""
    unused = set()
    if not assembly.uses_publication:
        unused.add(ItemState.ITEMPUBLISHED)
    if not assembly.uses_item_writing:
        unused.add(ItemState.ITEMDECIDED)
    return tuple(state for state in AGENDA_STATES if state not in unused)


def meeting_path(assembly: AssemblySettings) -> tuple[MeetingState, ...]:
    """Return the states a meeting of this assembly passes, in order."""
    unused = set()
    if not assembly.uses_publication:
        unused.add(MeetingState.PUBLISHED)
    if not assembly.uses_decisions_publication:
        unused.add(MeetingState.DECISIONS_PUBLISHED)
    return tuple(state for state in MeetingState if state not in unused)


def agenda_state(assembly: AssemblySettings, meeting_state: MeetingState) -> ItemState:
    """Return where an undecided item stands when its meeting is in that state."""
    path = agenda_path(assembly)
    if meeting_state == MeetingState.CREATED:
        return ItemState.PRESENTED
    if meeting_state == MeetingState.FROZEN:
        return ItemState.ITEMFROZEN
    if meeting_state == MeetingState.PUBLISHED and ItemState.ITEMPUBLISHED in path:
        return ItemState.ITEMPUBLISHED
    return path[-1]


def item_exits(
    assembly: AssemblySettings,
    levels: tuple[ValidationLevel, ...],
    state: ItemState,
    meeting_state: MeetingState | None = None,
) -> dict[ItemTransition, frozenset[str]]:
    """Return each step out of ``state``, with the roles that may take it.

    Roles are the groups of the proposing service (``creators``, a level's role) and
    ``meetingmanagers`` of the assembly. ``meeting_state`` is that of the item's
    meeting, if it is on one. An item in a state the settings do not use any more
    keeps its way back.
    """
    if state == ItemState.ITEMCREATED or state in LEVEL_STATES:
        return _review_exits(assembly, levels, state)
    if state == ItemState.WAITING_ADVICES:
        return _waiting_exits(levels)
    if state == ItemState.VALIDATED:
        back = LEVEL_BACKS[levels[-1].state] if levels else None
        steps = (
            ItemTransition.PRESENT,
            *_out_of_meeting_steps(assembly),
            back,
            ItemTransition.BACK_TO_CREATED,
        )
        return {step: frozenset({MANAGERS}) for step in steps if step is not None}
    if state in OUT_OF_MEETING_BACKS:
        return {OUT_OF_MEETING_BACKS[state]: frozenset({MANAGERS})}
    if state == ItemState.RETURNED:
        target = agenda_state(assembly, meeting_state or MeetingState.CREATED)
        roles = frozenset({CREATORS, MANAGERS, *(level.role for level in levels)})
        return {CORRECTED[target]: roles}
    steps_out = (
        _decided_exits(assembly, state)
        if state in DECIDED_STATES
        else _agenda_exits(assembly, state)
    )
    return {step: frozenset({MANAGERS}) for step in steps_out}


def _out_of_meeting_steps(assembly: AssemblySettings) -> tuple[ItemTransition, ...]:
    chosen = assembly.preparation
    used = (
        (chosen.out_of_meeting, ItemTransition.ACCEPT_OUT_OF_MEETING),
        (bool(chosen.ratified_by), ItemTransition.ACCEPT_OUT_OF_MEETING_EMERGENCY),
        (chosen.transfers, ItemTransition.TRANSFER),
    )
    return tuple(step for wanted, step in used if wanted)


def meeting_exits(
    assembly: AssemblySettings, state: MeetingState
) -> tuple[MeetingTransition, ...]:
    """Return the step forward of a meeting, then the step back."""
    path = meeting_path(assembly)
    order = tuple(MeetingState)
    after = [one for one in path if order.index(one) > order.index(state)]
    before = [one for one in path if order.index(one) < order.index(state)]
    found = [
        _meeting_step(target, backwards=target in before)
        for target in (*after[:1], *before[-1:])
    ]
    return tuple(found)


def _meeting_step(target: MeetingState, *, backwards: bool) -> MeetingTransition:
    return next(
        step
        for step, state in MEETING_TARGETS.items()
        if state == target and step.startswith("backTo") == backwards
    )


def _waiting_exits(
    levels: tuple[ValidationLevel, ...],
) -> dict[ItemTransition, frozenset[str]]:
    """Return the ways on of an item that waits: whoever wrote or reread takes it."""
    everyone = frozenset({CREATORS, *(level.role for level in levels)})
    chain = (ItemState.ITEMCREATED, *(level.state for level in levels))
    return {ADVISED[state]: everyone for state in chain}


def _review_exits(
    assembly: AssemblySettings, levels: tuple[ValidationLevel, ...], state: ItemState
) -> dict[ItemTransition, frozenset[str]]:
    chain = (ItemState.ITEMCREATED, *(level.state for level in levels))
    if state not in chain:
        everyone = frozenset({CREATORS, *(level.role for level in levels)})
        return {ItemTransition.BACK_TO_CREATED: everyone}
    place = chain.index(state)
    here = frozenset({levels[place - 1].role if place else CREATORS})
    onward = (
        LEVEL_ENTRIES[chain[place + 1]]
        if place + 1 < len(chain)
        else ItemTransition.VALIDATE
    )
    found = {onward: here}
    if place > 1:
        found[LEVEL_BACKS[chain[place - 1]]] = here
    if assembly.advices.waiting_state:
        found[ItemTransition.WAIT_ADVICES] = here
    if place:
        found[ItemTransition.BACK_TO_CREATED] = here
    return found


def _agenda_exits(
    assembly: AssemblySettings, state: ItemState
) -> tuple[ItemTransition, ...]:
    place = AGENDA_STATES.index(state)
    path = agenda_path(assembly)
    after = [one for one in path if AGENDA_STATES.index(one) > place]
    before = [one for one in path if AGENDA_STATES.index(one) < place]
    onward = [AGENDA_ENTRIES[one] for one in after[:1]]
    decisions = [
        step for step in DECISIONS if place and step.value in assembly.decisions
    ]
    backs = [AGENDA_BACKS[one] for one in before[-1:]]
    if not place:
        backs = [ItemTransition.BACK_TO_VALIDATED]
    return (*onward, *decisions, ItemTransition.RETURN, *backs)


def _decided_exits(
    assembly: AssemblySettings, state: ItemState
) -> tuple[ItemTransition, ...]:
    back = AGENDA_BACKS[agenda_path(assembly)[-1]]
    if state == ItemState.PRE_ACCEPTED:
        return (ItemTransition.ACCEPT, ItemTransition.ACCEPT_BUT_MODIFY, back)
    return (back,)
