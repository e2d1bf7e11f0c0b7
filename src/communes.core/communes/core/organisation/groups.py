"""The groups of a unit: made when missing, never emptied."""

from collections.abc import Mapping
from communes.core.interfaces import ICoreSettings
from communes.core.organisation.domain import group_id
from plone.registry.interfaces import IRegistry
from Products.CMFCore.utils import getToolByName
from zope.component import getUtility


def site_slug() -> str:
    """Return the slug all groups of the current site start with, maybe empty."""
    settings = getUtility(IRegistry).forInterface(ICoreSettings, prefix="communes.core")
    return settings.slug or ""


def ensure_groups(
    site: object, unit: str, title: str, roles: Mapping[str, str]
) -> tuple[str, ...]:
    """Make the groups of a unit that are missing.

    :param unit: id of a service or of an assembly.
    :param title: name of the unit, for the titles of the groups.
    :param roles: last part of the group id, to its French name.
    :return: ids of the groups that were made.
    :raises BadName: the slug of the site is not set, or an id can not name a group.
    """
    tool = getToolByName(site, "portal_groups")
    made = []
    for role, label in roles.items():
        id_ = group_id(site_slug(), unit, role)
        if tool.getGroupById(id_) is None:
            tool.addGroup(id_, title=f"{title} – {label}")
            made.append(id_)
    return tuple(made)


def members_of(site: object, group: str) -> set[str]:
    """Return the ids of the accounts that are in a group; a missing group has none."""
    found = getToolByName(site, "portal_groups").getGroupById(group)
    return set() if found is None else set(found.getMemberIds())


def add_member(site: object, group: str, user: str) -> None:
    """Put an account in a group, whether the account exists yet or not."""
    plugin = getToolByName(site, "acl_users")["source_groups"]
    plugin.addPrincipalToGroup(user, group)


def remove_member(site: object, group: str, user: str) -> bool:
    """Take an account out of a group; return whether it was in it."""
    if user not in members_of(site, group):
        return False
    plugin = getToolByName(site, "acl_users")["source_groups"]
    return bool(plugin.removePrincipalFromGroup(user, group))
