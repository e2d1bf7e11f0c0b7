"""Which services a person acts for, read from the groups of the site."""

from communes.core.organisation.api import services
from communes.core.organisation.domain import group_id
from plone import api


#: The registry record that begins the names of a commune's groups.
SLUG_RECORD = "communes.core.slug"


NIS_RECORD = "communes.core.nis"

#: The slug of a site that no policy has filled.
BARE_SLUG = "commune"


def slug() -> str:
    """Return the commune's slug, with which the names of its groups begin."""
    return api.portal.get_registry_record(SLUG_RECORD, default=None) or BARE_SLUG


def nis() -> str:
    """Return the commune's NIS code; empty on a site no policy has filled."""
    return api.portal.get_registry_record(NIS_RECORD, default=None) or ""


def group_of(unit: str, role: str) -> str:
    """Return the id of the group that plays ``role`` in a service or an assembly."""
    return group_id(slug(), unit, role)


def groups_of_user() -> frozenset[str]:
    """Return the ids of the groups of whoever is logged in."""
    user = api.user.get_current()
    return frozenset(user.getGroups()) if user is not None else frozenset()


def services_of_user(site: object, role: str = "creators") -> frozenset[str]:
    """Return the ids of the services in which the current user plays ``role``."""
    mine = groups_of_user()
    return frozenset(one.id for one in services(site) if group_of(one.id, role) in mine)


def staffed_roles(service: str, roles: frozenset[str]) -> frozenset[str]:
    """Return those of ``roles`` that somebody plays in the service."""
    return frozenset(role for role in roles if _has_members(group_of(service, role)))


def _has_members(group: str) -> bool:
    found = api.group.get(groupname=group)
    return found is not None and bool(found.getGroupMemberIds())
