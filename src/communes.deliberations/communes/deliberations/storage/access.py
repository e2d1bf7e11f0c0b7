"""Who may read and write an item: a function of its state, service and assembly.

An item takes no right from the folder around it. Its local roles are computed
anew, for groups only, each time its state, its service or the settings of its
assembly change.
"""

from collections.abc import Callable
from collections.abc import Mapping
from communes.deliberations.domain.setting_parts import REVIEW_ROLES
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.states import IN_MEETING_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.workflow import CREATORS
from communes.deliberations.domain.workflow import item_exits
from communes.deliberations.domain.workflow import levels_for
from communes.deliberations.domain.workflow import MANAGERS
from dataclasses import dataclass


MEMBERS = "members"
OBSERVERS = "observers"


@dataclass(frozen=True)
class ItemStanding:
    """What the rights on an item depend on."""

    state: ItemState
    service: str
    groups_in_charge: tuple[str, ...] = ()
    closed: bool = False
    meeting_state: MeetingState | None = None


def item_local_roles(
    standing: ItemStanding,
    settings: AssemblySettings,
    group_of: Callable[[str, str], str],
) -> Mapping[str, frozenset[str]]:
    """Return the local roles of an item, by group id.

    :param group_of: (service or assembly, role) -> group id.
    """
    roles: dict[str, set[str]] = {}

    def grant(unit: str, group: str, role: str) -> None:
        roles.setdefault(group_of(unit, group), set()).add(role)

    service = standing.service
    grant(service, CREATORS, "ItemCreator")
    for group in (*REVIEW_ROLES, OBSERVERS):
        grant(service, group, "ItemObserver")
    for group in _acting(standing, settings):
        grant(service, group, "ItemReviewer")
    grant(settings.id, MANAGERS, _manager_role(standing))
    if standing.closed and not settings.members_read_closed:
        return _frozen(roles)
    if standing.state in settings.member_item_states:
        grant(settings.id, MEMBERS, "AssemblyMember")
    for group in standing.groups_in_charge:
        grant(group, CREATORS, "AssemblyMember")
        grant(group, OBSERVERS, "AssemblyMember")
    return _frozen(roles)


def _frozen(roles: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {group: frozenset(given) for group, given in roles.items()}


def _acting(standing: ItemStanding, settings: AssemblySettings) -> frozenset[str]:
    """Return the groups of the service whose turn it is to move the item on."""
    levels = levels_for(settings, standing.service)
    exits = item_exits(settings, levels, standing.state, standing.meeting_state)
    return frozenset().union(*exits.values()) - {MANAGERS}


def _manager_role(standing: ItemStanding) -> str:
    """Return what a manager is on the item: a closed meeting is read, not written."""
    closed = standing.meeting_state is MeetingState.CLOSED
    in_meeting = standing.state in IN_MEETING_STATES
    return "ItemObserver" if closed and in_meeting else "MeetingManager"
