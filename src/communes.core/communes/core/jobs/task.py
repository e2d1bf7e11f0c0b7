"""The surroundings of one task of a worker: transaction, request, site and user."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.users import system
from Acquisition import aq_base
from collections.abc import Iterator
from communes.core.errors.domain import Missing
from communes.core.jobs.address import serve_at
from contextlib import contextmanager
from plone.browserlayer.layer import mark_layer
from Testing.makerequest import makerequest
import transaction
from typing import Any
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
from zope.traversing.interfaces import BeforeTraverseEvent


class UserGone(Missing):
    """Cause: work was to be done as a user whose account no longer exists.

    Cure: ask for it again, as somebody who is still there.
    """

    code = "job_user_gone"
    template = (
        "Le compte « ${user} », au nom duquel le travail devait être fait, "
        "n'existe plus."
    )


class SiteGone(Missing):
    """Cause: a site that had work to do was deleted or moved.

    Cure: none for the work; the workers forget the place.
    """

    code = "job_site_gone"
    template = "Le site « ${site} » n'existe plus."


@contextmanager
def task(app: Any, path: str, run_as: str = "") -> Iterator[Any]:
    """Give the site at ``path`` with a new transaction, a request and a user.

    What is not committed inside is aborted; nothing of the site, the request
    or the user is left afterwards.

    :param run_as: id of a user of the site; the system user without it.
    :raises SiteGone: when there is no such site, and only then.
    :raises UserGone: when there is no such user.
    """
    transaction.begin()
    root = makerequest(aq_base(app))
    request = root.REQUEST
    request["PARENTS"] = [root]
    setRequest(request)
    newSecurityManager(None, system)
    try:
        site = _site(root, path)
        setSite(site)
        serve_at(request, site)
        mark_layer(site, BeforeTraverseEvent(site, request))
        newSecurityManager(request, _user(site, run_as))
        yield site
    finally:
        transaction.abort()
        noSecurityManager()
        setSite(None)
        clearRequest()
        request.close()
        app._p_jar.cacheGC()


def _site(root: Any, path: str) -> Any:
    # Traversing would take a database that is away for a site that is gone.
    found = root
    for name in path.strip("/").split("/"):
        found = found._getOb(name, None)
        if found is None:
            raise SiteGone(site=path)
    return found


def _user(site: Any, run_as: str) -> Any:
    folders = [
        folder
        for folder in (
            getattr(aq_base(holder), "acl_users", None) and holder.acl_users
            for holder in (site, site.getPhysicalRoot())
        )
        if folder is not None
    ]
    if not run_as:
        return system.__of__(folders[0]) if folders else system
    for folder in folders:
        user = folder.getUserById(run_as)
        if user is not None:
            return user if hasattr(user, "aq_parent") else user.__of__(folder)
    raise UserGone(user=run_as)
