"""Put on an item the local roles that its standing gives."""

from communes.core.access.permission import forget_cached_roles
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.states import ItemState
from communes.deliberations.storage.access import item_local_roles
from communes.deliberations.storage.access import ItemStanding
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.storage.meeting import state_of
from communes.deliberations.storage.service import group_of
from communes.deliberations.workflow.interfaces import IMoreRoles
from plone import api
from zope.component import subscribers


def standing_of(item: IMeetingItem) -> ItemStanding:
    """Return what the rights on the item depend on, as it is now."""
    meeting = meeting_of(item)
    return ItemStanding(
        state=ItemState(api.content.get_state(obj=item)),
        service=item.proposing_service or "",
        groups_in_charge=tuple(item.groups_in_charge or ()),
        closed=item.privacy == Privacy.CLOSED,
        meeting_state=None if meeting is None else state_of(meeting),
    )


def refresh_local_roles(item: IMeetingItem) -> bool:
    """Compute the item's local roles anew; return whether any of them changed.

    The caller reindexes the item's security when they did.
    """
    wanted = {group: sorted(roles) for group, roles in _wanted(item).items()}
    present = {group: sorted(roles) for group, roles in item.get_local_roles()}
    blocked = getattr(item, "__ac_local_roles_block__", False)
    if present == wanted and blocked:
        return False
    item.__ac_local_roles_block__ = True
    item.__ac_local_roles__ = wanted
    forget_cached_roles(item)
    return True


def _wanted(item: IMeetingItem) -> dict[str, set[str]]:
    """Return the roles by group: those of its standing, and those features add."""
    settings = settings_of(assembly_of(item))
    found: dict[str, set[str]] = {}
    given = [item_local_roles(standing_of(item), settings, group_of)]
    given += [one.roles() for one in subscribers((item,), IMoreRoles)]
    for some in given:
        for group, roles in some.items():
            found.setdefault(group, set()).update(roles)
    return found
