"""How a matter travels: to another assembly once decided, to a later meeting if not."""

from collections.abc import Iterable
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import Destination
from communes.deliberations.domain.states import DEFERRED_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import OUT_OF_MEETING
from communes.deliberations.domain.states import PREPARATION_STATES


# What goes along; annexes and advices follow rules of their own.
COPIED_FIELDS = (
    "title",
    "description",
    "motivation",
    "decision",
    "service",
    "category",
    "groups_in_charge",
    "copy_groups",
    "restricted_copy_groups",
    "keywords",
    "budget_related",
    "budget_amount",
    "budget_article",
    "budget_year",
    "budget_text",
    "tutelle",
    "meeting_deadline",
)


def destinations_reached(
    assembly: AssemblySettings, wanted: Iterable[str], state: ItemState
) -> tuple[Destination, ...]:
    """Return where an item goes now that it is in ``state``.

    ``wanted`` are the assemblies ticked on the item; those the settings do not
    allow from this assembly are left out.
    """
    asked = set(wanted)
    return tuple(
        destination
        for destination in assembly.send_to
        if destination.assembly in asked and _leaves(state, destination)
    )


def _leaves(state: ItemState, destination: Destination) -> bool:
    """Return whether ``state`` sends the item on; accepted is so out of meeting too."""
    if state == ItemState.TRANSFERED:
        return True
    if state in OUT_OF_MEETING.values():
        return ItemState.ACCEPTED.value in destination.trigger_states
    return state in destination.trigger_states


def may_be_taken_back(copy_state: ItemState) -> bool:
    """Return whether undoing the decision may delete the copy it sent.

    A copy the other assembly already validated or presented is its own matter.
    """
    return copy_state in PREPARATION_STATES


def comes_back(state: ItemState) -> bool:
    """Return whether the item lives on as a validated copy for a later meeting."""
    return state in DEFERRED_STATES
