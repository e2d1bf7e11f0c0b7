"""Which groups read an item, or write its budget, beside its own service."""

from collections.abc import Callable
from collections.abc import Mapping
from communes.deliberations.domain.preparation.settings import PreparationSettings
from communes.deliberations.domain.setting_parts import REVIEW_ROLES
from communes.deliberations.domain.states import ItemState
from dataclasses import dataclass


BUDGET_EDITORS = "budgetimpacteditors"
TEMPLATE_MANAGERS = "itemtemplatesmanagers"
#: The groups of a service in copy that read.
READING = ("creators", "observers", *REVIEW_ROLES)


@dataclass(frozen=True)
class Audience:
    """What the further rights on an item depend on.

    ``secret`` holds for a closed item whose assembly keeps it from its members.
    """

    state: ItemState
    assembly: str
    copy_groups: tuple[str, ...] = ()
    restricted_copy_groups: tuple[str, ...] = ()
    secret: bool = False


def audience_roles(
    audience: Audience,
    settings: PreparationSettings,
    group_of: Callable[[str, str], str],
) -> Mapping[str, frozenset[str]]:
    """Return the roles of services in copy and of budget editors, by group id.

    Who is in copy reads like a member: neither the notes of the service nor its
    confidential annexes. A secret item is shown to none of them.

    :param group_of: (service or assembly, role) -> group id.
    """
    if audience.secret:
        return {}
    roles: dict[str, set[str]] = {}
    for states, services in (
        (settings.copy_states, audience.copy_groups),
        (settings.restricted_copy_states, audience.restricted_copy_groups),
    ):
        if audience.state not in states:
            continue
        for service in services:
            for group in READING:
                roles.setdefault(group_of(service, group), set()).add("AssemblyMember")
    if audience.state in settings.budget_editor_states:
        editors = roles.setdefault(group_of(audience.assembly, BUDGET_EDITORS), set())
        editors |= {"AssemblyMember", "BudgetEditor"}
    return {group: frozenset(given) for group, given in roles.items()}
