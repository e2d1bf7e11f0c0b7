"""What a step of a meeting does to the items on its agenda."""

from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.states import AGENDA_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.domain.workflow import AGENDA_BACKS
from communes.deliberations.domain.workflow import AGENDA_ENTRIES
from communes.deliberations.domain.workflow import agenda_path
from communes.deliberations.domain.workflow import agenda_state
from communes.deliberations.domain.workflow import MEETING_TARGETS


def item_steps(
    assembly: AssemblySettings, transition: MeetingTransition, state: ItemState
) -> tuple[ItemTransition, ...]:
    """Return the steps an item in ``state`` takes when its meeting does ``transition``.

    Freezing, publishing and writing the minutes bring open items along; closing
    accepts what is still open. Going back takes open items back, never a decision.
    """
    target = agenda_state(assembly, MEETING_TARGETS[transition])
    if transition == MeetingTransition.CLOSE:
        if state == ItemState.PRE_ACCEPTED:
            return (ItemTransition.ACCEPT,)
        if state in AGENDA_STATES:
            return (*_onward(assembly, state, target), ItemTransition.ACCEPT)
        return ()
    if state not in AGENDA_STATES:
        return ()
    if transition.startswith("backTo"):
        return _backward(assembly, state, target)
    return _onward(assembly, state, target)


def catch_up(
    assembly: AssemblySettings, meeting_state: MeetingState
) -> tuple[ItemTransition, ...]:
    """Return the steps of an item just presented to a meeting in ``meeting_state``.

    A late item joins the others where they stand.
    """
    target = agenda_state(assembly, meeting_state)
    return _onward(assembly, ItemState.PRESENTED, target)


def _onward(
    assembly: AssemblySettings, state: ItemState, target: ItemState
) -> tuple[ItemTransition, ...]:
    low, high = AGENDA_STATES.index(state), AGENDA_STATES.index(target)
    return tuple(
        AGENDA_ENTRIES[one]
        for one in agenda_path(assembly)
        if low < AGENDA_STATES.index(one) <= high
    )


def _backward(
    assembly: AssemblySettings, state: ItemState, target: ItemState
) -> tuple[ItemTransition, ...]:
    low, high = AGENDA_STATES.index(target), AGENDA_STATES.index(state)
    return tuple(
        AGENDA_BACKS[one]
        for one in reversed(agenda_path(assembly))
        if low <= AGENDA_STATES.index(one) < high
    )
