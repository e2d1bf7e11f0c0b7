"""Ask for a right, and refuse in words when it is missing."""

from AccessControl import getSecurityManager
from Acquisition import aq_get
from communes.core.access.errors import MayNot
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations


#: Who acts where nobody is logged in: a load of data, a rule of the site.
NOBODY = "anonyme"
CACHED_ROLES = "borg.localrole.workspace.checkLocalRolesAllowed:"


def may(permission: str, obj: Any) -> bool:
    """Return whether the current user has the permission, by its title, on ``obj``."""
    return bool(getSecurityManager().checkPermission(permission, obj))


def require(permission: str, obj: Any) -> None:
    """Refuse unless the current user has the permission on ``obj``.

    :raises MayNot: names the object only to those who may see it.
    """
    if not may(permission, obj):
        seen = may("View", obj)
        raise MayNot(what=obj.title if seen else "cet élément")


def current_user() -> str:
    """Return the id of whoever is at work, for histories and the journal."""
    user = api.user.get_current()
    return user.getId() or NOBODY


def groups_of_user() -> frozenset[str]:
    """Return the ids of the groups of whoever is logged in."""
    user = api.user.get_current()
    return frozenset(user.getGroups()) if user is not None else frozenset()


def set_local_roles(obj: Any, roles: dict[str, list[str]]) -> bool:
    """Give ``obj`` these local roles and no other; return whether any changed.

    Nothing is acquired from the place around it. The caller reindexes the security
    of what changed. In the current request the new roles count at once.
    """
    wanted = {who: sorted(given) for who, given in roles.items()}
    present = {who: sorted(given) for who, given in obj.get_local_roles()}
    if present == wanted and getattr(obj, "__ac_local_roles_block__", False):
        return False
    obj.__ac_local_roles_block__ = True
    obj.__ac_local_roles__ = wanted
    forget_cached_roles(obj)
    return True


def forget_cached_roles(obj: Any) -> None:
    """Make the current request look local roles up anew, after some were changed.

    Plone keeps them per request; a page made in the same request as a step would
    otherwise go on giving the rights the step has just taken away.
    """
    kept = IAnnotations(aq_get(obj, "REQUEST", None), None)
    for key in [one for one in kept or () if str(one).startswith(CACHED_ROLES)]:
        del kept[key]
