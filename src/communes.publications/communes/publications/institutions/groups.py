"""Each institution has groups of its own, with rights nowhere else on the portal."""

from communes.core.organisation.domain import group_id
from communes.core.organisation.groups import add_member
from communes.core.organisation.groups import ensure_groups
from communes.core.organisation.groups import members_of
from communes.core.organisation.groups import site_slug
from communes.publications.content.institution import IInstitution
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.component.hooks import getSite


#: Last part of a group's id: its French name and its role on the institution.
GROUPS = {
    "managers": ("Gestionnaires", "InstitutionManager"),
    "decisionmanagers": ("Gestionnaires des décisions", "DecisionManager"),
    "publicationcreators": ("Rédacteurs des publications", "PublicationCreator"),
    "publicationvalidators": ("Valideurs des publications", "PublicationValidator"),
    "publicationmanagers": ("Gestionnaires des publications", "PublicationManager"),
}


def make_groups(institution: IInstitution) -> None:
    """Make the groups of an institution and give them their role on it.

    A site without a slug has no groups: nothing would tell them apart.
    """
    if not site_slug():
        return
    labels = {role: label for role, (label, _local) in GROUPS.items()}
    ensure_groups(getSite(), institution.getId(), institution.title, labels)
    for role, (_label, local) in GROUPS.items():
        name = group_of(institution, role)
        if local not in institution.get_local_roles_for_userid(name):
            institution.manage_setLocalRoles(name, [local])
    institution.reindexObjectSecurity()


def drop_groups(institution: IInstitution) -> None:
    """Take the groups of an institution away with it."""
    if not site_slug():
        return
    tool = getToolByName(institution, "portal_groups")
    names = (group_of(institution, role) for role in GROUPS)
    tool.removeGroups([name for name in names if tool.getGroupById(name) is not None])


def group_of(institution: IInstitution, role: str) -> str:
    """Return the id of a group of an institution."""
    return group_id(site_slug(), institution.getId(), role)


def logins(institution: IInstitution, role: str) -> tuple[str, ...]:
    """Return who is in a group of an institution, by login."""
    if not site_slug():
        return ()
    return tuple(sorted(members_of(getSite(), group_of(institution, role))))


def set_logins(institution: IInstitution, role: str, wanted: tuple[str, ...]) -> None:
    """Let exactly these accounts be in a group of an institution."""
    group, present = group_of(institution, role), set(logins(institution, role))
    plugin: Any = getToolByName(institution, "acl_users")["source_groups"]
    for login in sorted(present - set(wanted)):
        plugin.removePrincipalFromGroup(login, group)
    for login in wanted:
        if login not in present:
            add_member(getSite(), group, login)
