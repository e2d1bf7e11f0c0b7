"""A branch and who keeps it: its order, its local managers."""

from communes.core.access.catalog import visible
from communes.core.access.permission import require
from communes.core.journal.api import record
from communes.web.domain.content_errors import NobodyThere
from communes.web.permissions import MANAGE_SITE
from communes.web.storage.access import local_managers
from communes.web.storage.access import LOCAL_ROLES
from communes.web.storage.access import set_local_manager
from dataclasses import dataclass
from plone import api
from typing import Any


@dataclass(frozen=True)
class Keeper:
    """Somebody who keeps a branch alone: ``role`` is a key of ``LOCAL_ROLES``."""

    login: str
    name: str
    role: str


@dataclass(frozen=True)
class Held:
    """A content of a branch as its manager sees it."""

    uid: str
    id: str
    title: str
    url: str
    kind: str
    state: str


def keepers(branch: Any) -> list[Keeper]:
    """Return the local managers of a branch, by name.

    :raises MayNot: the user does not manage the site.
    """
    require(MANAGE_SITE, branch)
    found = [
        Keeper(login, _name(login), role)
        for login, role in local_managers(branch).items()
    ]
    return sorted(found, key=lambda one: one.name)


def roles() -> dict[str, str]:
    """Return what a local manager may be: role -> French name."""
    return dict(LOCAL_ROLES)


def set_keeper(branch: Any, login: str, role: str) -> None:
    """Let somebody keep a branch, or no longer with an empty role.

    :raises MayNot: the user does not manage the site.
    :raises NobodyThere: there is no such account, or no such role.
    """
    require(MANAGE_SITE, branch)
    known = login in local_managers(branch) or api.user.get(userid=login) is not None
    if not known or (role and role not in LOCAL_ROLES):
        raise NobodyThere(field="login", name=login)
    set_local_manager(branch, login, role)
    record("web.keeper", branch, login=login, role=role)


def held(branch: Any) -> list[Held]:
    """Return what stands right in a branch and the user may see, in its order."""
    found = visible(
        path={"query": "/".join(branch.getPhysicalPath()), "depth": 1},
        sort_on="getObjPositionInParent",
    )
    types = api.portal.get_tool("portal_types")
    return [
        Held(
            one.UID,
            one.getId,
            one.Title,
            one.getURL(),
            types[one.portal_type].Title(),
            one.review_state or "",
        )
        for one in found
    ]


def _name(login: str) -> str:
    user = api.user.get(userid=login)
    return (user.getProperty("fullname", "") if user is not None else "") or login
