"""What the uninstall profile can not say in XML: roles to take away."""

from typing import Any


ROLES = (
    "DecisionManager",
    "InstitutionManager",
    "PublicationCreator",
    "PublicationManager",
    "PublicationValidator",
)


def remove_roles(setup_tool: Any) -> None:
    """Take the solution's roles out of the site; the role map can only add them."""
    site = setup_tool.aq_inner.aq_parent
    present = [role for role in ROLES if role in site.valid_roles()]
    site._delRoles(present)
    plugin = site.acl_users.portal_role_manager
    for role in present:
        if role in plugin.listRoleIds():
            plugin.removeRole(role)
