"""The services of the site, found without waking one."""

from collections.abc import Iterable
from communes.core.access.catalog import unrestricted
from communes.core.access.catalog import visible
from communes.web.content.service import IService
from communes.web.directory.listing import text_query
from communes.web.domain.directory_errors import NoSuchService
from communes.web.domain.states import WebState
from dataclasses import dataclass
from typing import Any


SERVICE = "communes.web.Service"


@dataclass(frozen=True)
class Line:
    """A service as the catalogue knows it."""

    uid: str
    title: str
    description: str
    url: str
    state: str
    life_events: tuple[str, ...]
    audiences: tuple[str, ...]
    online: bool
    suspended: bool


def find(life_event: str = "", audience: str = "", words: str = "") -> list[Line]:
    """Return the services that the current user may see, by title.

    :param life_event: a value of ``LifeEvent``; empty for all.
    :param audience: one of the settings of the site; empty for all.
    """
    query: dict[str, Any] = {"portal_type": SERVICE, "sort_on": "sortable_title"}
    if life_event:
        query["web_life_events"] = life_event
    if audience:
        query["web_audiences"] = audience
    typed = text_query(words)
    if typed:
        query["SearchableText"] = typed
    return [_line(one) for one in visible(**query)]


def by_uids(uids: Iterable[str]) -> list[Line]:
    """Return those of some services that the current user may see, by title."""
    asked = list(uids)
    if not asked:
        return []
    found = visible(UID=asked, portal_type=SERVICE, sort_on="sortable_title")
    return [_line(one) for one in found]


def answered_by(uid: str) -> list[Line]:
    """Return the services a directory entry answers for, by title."""
    found = visible(portal_type=SERVICE, web_authority=uid, sort_on="sortable_title")
    return [_line(one) for one in found]


def service_of(uid: str) -> IService:
    """Return the sheet of a UID.

    :raises NoSuchService: there is none that the current user may see.
    """
    found = visible(UID=uid, portal_type=SERVICE) if uid else []
    if not found:
        raise NoSuchService
    return found[0].getObject()


def published() -> list[IService]:
    """Return the sheets anybody may read, themselves: for a catalogue of all."""
    found = unrestricted(
        portal_type=SERVICE,
        review_state=WebState.PUBLISHED.value,
        allowedRolesAndUsers="Anonymous",
        sort_on="sortable_title",
    )
    return [one._unrestrictedGetObject() for one in found]


def _line(brain: Any) -> Line:
    kept = brain.web_record
    return Line(
        uid=kept["id"],
        title=kept["title"],
        description=kept["description"],
        url=brain.getURL(),
        state=brain.review_state,
        life_events=tuple(kept["life_events"]),
        audiences=tuple(kept["audiences"]),
        online=kept["online"],
        suspended=kept["suspended"],
    )
