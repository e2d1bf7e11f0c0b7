"""Which services a person acts for, read from the groups of the site."""

from communes.core.organisation.api import services
from communes.core.organisation.api import site_slug
from communes.core.organisation.content.organisation import IOrganisation
from communes.core.organisation.domain import group_id
from plone import api


def nis(site: object) -> str:
    """Return the institution's NIS code; empty on a site without an organisation."""
    found = _organisation(site)
    return "" if found is None else found.nis or ""


def inhabitants(site: object) -> int:
    """Return how many inhabitants the institution has; 0 when it does not say."""
    found = _organisation(site)
    return 0 if found is None else found.inhabitants or 0


def institution(site: object) -> str:
    """Return the name of the institution, as its documents write it."""
    found = _organisation(site)
    return site.title if found is None else found.title


def group_of(unit: str, role: str) -> str:
    """Return the id of the group that plays ``role`` in a service or an assembly."""
    return group_id(site_slug(), unit, role)


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


def _organisation(site: object) -> IOrganisation | None:
    found = (one for one in site.objectValues() if IOrganisation.providedBy(one))
    return next(found, None)
