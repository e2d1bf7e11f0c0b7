"""What waits for the current user on the website, read from the catalogue."""

from communes.core.access.catalog import visible
from communes.core.access.permission import current_user
from communes.core.access.permission import groups_of_user
from communes.core.access.permission import may
from communes.web.content.base import IWebBranch
from communes.web.content.base import IWebContent
from communes.web.domain.clock import local
from communes.web.domain.states import WebState
from communes.web.interfaces import IWebLayer
from communes.web.permissions import EDIT
from communes.web.permissions import PUBLISH
from communes.web.storage.schedule import BOOK
from dataclasses import dataclass
from datetime import datetime
from plone import api
from plone.browserlayer.utils import registered_layers
from typing import Any


#: More of one kind is a list, not a desk.
MOST = 30


@dataclass(frozen=True)
class Waiting:
    """A content on the desk: what it is, where, since or for when, and by whom."""

    uid: str
    title: str
    url: str
    kind: str
    when: datetime
    by: str
    step: str = ""


def takes_part(site: Any) -> bool:
    """Return whether the current user writes or publishes something of the site."""
    if api.user.is_anonymous() or IWebLayer not in registered_layers():
        return False
    return may(EDIT, site) or may(PUBLISH, site) or bool(own_branches(site))


def own_branches(site: Any) -> list[Any]:
    """Return the entries of the branches the current user writes, by title.

    Who writes all of the site gets its first branches; nothing is woken.
    """
    query: dict[str, Any] = {
        "object_provides": IWebBranch.__identifier__,
        "sort_on": "sortable_title",
    }
    if may(EDIT, site):
        root = "/".join(site.getPhysicalPath())
        return visible(path={"query": root, "depth": 1}, **query)
    return visible(web_keepers=[current_user(), *groups_of_user()], **query)


def proposed(site: Any) -> list[Waiting]:
    """Return what somebody asked to publish and the user decides on, oldest first."""
    found = _brains(WebState.PROPOSED)
    planned = {due.uid for due in BOOK.all_due(site)}
    waiting = [one for one in found if one.UID not in planned]
    if not may(PUBLISH, site):
        waiting = [one for one in waiting if may(PUBLISH, one._unrestrictedGetObject())]
    return [_waiting(one) for one in waiting]


def planned(site: Any) -> list[Waiting]:
    """Return what is published or archived at a moment and one may see, soonest first.

    ``step`` is « publish » or « archive ».
    """
    due = BOOK.all_due(site)[:MOST]
    found = {one.UID: one for one in visible(UID=[one.uid for one in due])}
    return [
        _waiting(found[one.uid], local(one.moment), one.step)
        for one in due
        if one.uid in found
    ]


def drafts() -> list[Waiting]:
    """Return what the current user began and has not shown yet, the last first."""
    found = _brains(WebState.PRIVATE, Creator=current_user(), sort_order="descending")
    return [_waiting(one) for one in found[:MOST]]


def waiting_count(site: Any) -> int:
    """Return how many contents wait for the current user's decision."""
    return len(proposed(site)) if takes_part(site) else 0


def _brains(state: WebState, **query: Any) -> list[Any]:
    return visible(
        object_provides=IWebContent.__identifier__,
        review_state=state.value,
        sort_on="modified",
        **query,
    )


def _waiting(brain: Any, when: datetime | None = None, step: str = "") -> Waiting:
    type_ = api.portal.get_tool("portal_types")[brain.portal_type]
    return Waiting(
        brain.UID,
        brain.Title,
        brain.getURL(),
        type_.Title(),
        when or local(brain.modified.asdatetime()),
        brain.Creator,
        step,
    )
