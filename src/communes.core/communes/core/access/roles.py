"""Roles of a solution: the role map adds them, and can not take them away."""

from collections.abc import Iterable
from typing import Any


def drop_roles(site: Any, roles: Iterable[str]) -> None:
    """Take roles out of a site, from those who have them too; none is no error."""
    present = [role for role in roles if role in site.valid_roles()]
    site._delRoles(present)
    plugin = site.acl_users.portal_role_manager
    for role in present:
        if role in plugin.listRoleIds():
            plugin.removeRole(role)
