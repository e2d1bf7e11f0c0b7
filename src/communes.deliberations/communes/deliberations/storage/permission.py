"""Ask for a right, and refuse in words when it is missing."""

from AccessControl import getSecurityManager
from Acquisition import aq_get
from communes.deliberations.exceptions import MayNot
from plone import api
from zope.annotation.interfaces import IAnnotations


#: Who acts where nobody is logged in: a load of data, a rule of the site.
NOBODY = "anonyme"
CACHED_ROLES = "borg.localrole.workspace.checkLocalRolesAllowed:"


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
    return user.getId() or NOBODY


def forget_cached_roles(obj: object) -> None:
    """Make the current request look local roles up anew, after some were changed.

    Plone keeps them per request; a page made in the same request as a step would
    otherwise go on giving the rights the step has just taken away.
    """
    kept = IAnnotations(aq_get(obj, "REQUEST", None), None)
    for key in [one for one in kept or () if str(one).startswith(CACHED_ROLES)]:
        del kept[key]
