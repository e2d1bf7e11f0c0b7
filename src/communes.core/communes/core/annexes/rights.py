"""Who sees an annex: whoever sees the matter, or for a confidential one, the few.

The right stands on the annex itself, so that pages, services, listings and search
all refuse the same people: the title and file name of a confidential annex reach
nobody who may not open it.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_parent
from communes.core.annexes.content import IAnnex
from communes.core.annexes.permissions import VIEW_CONFIDENTIAL_ANNEX
from Products.CMFCore.permissions import AccessContentsInformation
from Products.CMFCore.permissions import View
from typing import Any


READING = (View, AccessContentsInformation)
OPEN_TO_AGENTS = frozenset({"Anonymous", "Authenticated", "Member"})


def settle_rights(annex: Any) -> bool:
    """Give an annex the readers its confidentiality asks for.

    :return: whether the readers changed; the catalog follows when they did.
    """
    before = [_setting(annex, permission) for permission in READING]
    if annex.confidential:
        roles = _roles_that_see_both(annex)
        for permission in READING:
            annex.manage_permission(permission, roles, acquire=0)
    else:
        for permission in READING:
            annex.manage_permission(permission, [], acquire=1)
    if before == [_setting(annex, permission) for permission in READING]:
        return False
    annex.reindexObjectSecurity()
    return True


def settle_rights_below(matter: Any) -> int:
    """Do so for the annexes of a matter whose own rights were changed.

    :return: how many annexes changed readers.
    """
    annexes = (obj for obj in matter.objectValues() if IAnnex.providedBy(obj))
    return sum(settle_rights(annex) for annex in annexes)


def _roles_that_see_both(annex: Any) -> tuple[str, ...]:
    """The roles of the permission that see the matter itself as well."""
    matter = aq_parent(annex)
    allowed = set(rolesForPermissionOn(VIEW_CONFIDENTIAL_ANNEX, matter))
    readers = set(rolesForPermissionOn(View, matter))
    if not OPEN_TO_AGENTS & readers:
        allowed &= readers
    return tuple(sorted(allowed))


def _setting(annex: Any, permission: str) -> tuple[object, ...]:
    roles = annex.rolesOfPermission(permission)
    chosen = tuple(role["name"] for role in roles if role["selected"])
    return (bool(annex.acquiredRolesAreUsedBy(permission)), *chosen)
