"""Who does what on the website: groups, their roles, and where they have them."""

from communes.core.access.permission import forget_cached_roles
from communes.core.organisation.api import ensure_groups
from communes.core.organisation.domain import group_id
from communes.core.organisation.groups import add_member
from communes.core.organisation.groups import members_of
from communes.core.organisation.groups import remove_member
from communes.core.organisation.groups import site_slug
from communes.web.content.base import IWebBranch
from communes.web.i18n import _
from Products.CMFCore.utils import getToolByName
from typing import Any


UNIT = "web"
#: Last part of a group's id -> its French name and its role.
GROUPS = {
    "managers": ("Gestionnaires du site", "WebManager"),
    "editors": ("Éditeurs", "WebEditor"),
    "contributors": ("Contributeurs", "WebContributor"),
    "validators": ("Validateurs", "WebValidator"),
    "directorymanagers": ("Gestionnaires de l'annuaire", "DirectoryManager"),
    "agendamanagers": ("Gestionnaires de l'agenda", "AgendaManager"),
    "newsmanagers": ("Gestionnaires des actualités", "NewsManager"),
    "newslettermanagers": ("Gestionnaires de la newsletter", "NewsletterManager"),
}
#: Have their role everywhere; the others on the branches of their kind alone.
EVERYWHERE = ("managers", "editors", "contributors", "validators")
#: What a local manager may be on one branch, with its French name.
LOCAL_ROLES = {
    "WebEditor": _("local_editor", default="Éditeur : écrit et publie"),
    "WebContributor": _("local_contributor", default="Contributeur : écrit, propose"),
    "WebValidator": _("local_validator", default="Validateur : relit et publie"),
}


def make_web_groups(site: Any) -> None:
    """Make the groups of the website and give their roles; twice changes nothing.

    A site without a slug has no groups: nothing would tell them apart.
    """
    if not site_slug():
        return
    labels = {role: label for role, (label, _role) in GROUPS.items()}
    ensure_groups(site, UNIT, "Site web", labels)
    plugin = getToolByName(site, "acl_users")["portal_role_manager"]
    for name in EVERYWHERE:
        role, group = GROUPS[name][1], group_of(name)
        if group not in dict(plugin.listAssignedPrincipals(role)):
            plugin.assignRoleToPrincipal(role, group)


def drop_web_groups(site: Any) -> None:
    """Take the groups away with the solution."""
    if not site_slug():
        return
    tool = getToolByName(site, "portal_groups")
    names = [group_of(name) for name in GROUPS]
    tool.removeGroups([name for name in names if tool.getGroupById(name) is not None])


def group_of(name: str) -> str:
    """Return the id of a group of the website."""
    return group_id(site_slug(), UNIT, name)


def give_to_managers(branch: IWebBranch) -> None:
    """Give the managers of a branch's kind their role on it; no role, nothing."""
    for name, (_label, role) in GROUPS.items():
        if role == branch.branch_role and site_slug():
            branch.manage_setLocalRoles(group_of(name), [role])
            branch.reindexObjectSecurity()
            branch.reindexObject(idxs=["web_keepers"])


def keepers_of(branch: IWebBranch) -> list[str]:
    """Return the accounts and groups that have a role of the website on a branch."""
    ours = {role for _label, role in GROUPS.values()}
    return [who for who, roles in branch.get_local_roles() if ours & set(roles)]


def local_managers(branch: Any) -> dict[str, str]:
    """Return login -> role of those who keep this branch alone."""
    return {
        who: role
        for who, roles in branch.get_local_roles()
        for role in roles
        if role in LOCAL_ROLES
    }


def set_local_manager(branch: Any, login: str, role: str) -> None:
    """Give somebody a role on a branch, or none with an empty one."""
    kept = [
        one
        for one in branch.get_local_roles_for_userid(login)
        if one not in LOCAL_ROLES
    ]
    wanted = [*kept, role] if role else kept
    if wanted:
        branch.manage_setLocalRoles(login, wanted)
    else:
        branch.manage_delLocalRoles([login])
    forget_cached_roles(branch)
    branch.reindexObjectSecurity()
    branch.reindexObject(idxs=["web_keepers"])


def logins(site: Any, name: str) -> tuple[str, ...]:
    """Return who is in a group of the website."""
    return tuple(sorted(members_of(site, group_of(name)))) if site_slug() else ()


def set_logins(site: Any, name: str, wanted: tuple[str, ...]) -> None:
    """Let exactly these accounts be in a group of the website."""
    if not site_slug():
        return
    present = set(logins(site, name))
    for login in sorted(present - set(wanted)):
        remove_member(site, group_of(name), login)
    for login in wanted:
        if login not in present:
            add_member(site, group_of(name), login)
