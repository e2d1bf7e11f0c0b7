"""How a matter travels: to another assembly once decided, to a later meeting if not."""

from collections.abc import Iterable
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import Destination
from communes.deliberations.domain.states import DEFERRED_STATES
from communes.deliberations.domain.states import ItemState
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
    "budget",
    "tutelle",
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
        if destination.assembly in asked and state in destination.trigger_states
    )


def may_be_taken_back(copy_state: ItemState) -> bool:
    """Return whether undoing the decision may delete the copy it sent.

    A copy the other assembly already validated or presented is its own matter.
    """
    return copy_state in PREPARATION_STATES


def comes_back(state: ItemState) -> bool:
    """Return whether the item lives on as a validated copy for a later meeting."""
    return state in DEFERRED_STATES
