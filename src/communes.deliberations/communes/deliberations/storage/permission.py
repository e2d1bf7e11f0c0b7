"""Ask for a right, and refuse in words when it is missing."""

from AccessControl import getSecurityManager
from communes.deliberations.exceptions import MayNot
from plone import api


def may(permission: str, obj: object) -> bool:
    """Return whether the current user has the permission on ``obj``."""
    return bool(getSecurityManager().checkPermission(permission, obj))


def require(permission: str, obj: object) -> None:
    """Refuse unless the current user has the permission on ``obj``.

    :raises MayNot: names the object only to those who may see it.
    """
    if not may(permission, obj):
        seen = may("View", obj)
        raise MayNot(what=obj.title if seen else "cet élément")


def current_user() -> str:
    """Return the id of whoever is at work, for histories and the journal."""
    user = api.user.get_current()
    return user.getId() or "anonyme"
