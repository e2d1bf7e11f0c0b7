"""Contents as plain values, for the services; and the list of them."""

from collections.abc import Mapping
from communes.core.access.catalog import visible
from communes.core.access.permission import require
from communes.core.dashboards.zcatalog import text_words
from communes.web.api.pages import sections
from communes.web.content.page import IPage
from communes.web.domain.sections.record import row_of
from communes.web.storage.contents import PREFIX
from communes.web.storage.contents import schema_of
from communes.web.storage.state import state_of
from datetime import datetime
from typing import Any
from zope.schema import getFieldNames


#: What the services of pages make and change; the others have services of their own.
KINDS = ("Alert", "Folder", "Page")


def told(obj: Any) -> dict[str, Any]:
    """Return a content as plain values: its fields, sections, state and revision.

    :raises MayNot: the user may not see it.
    """
    require("View", obj)
    found = {
        "id": obj.UID(),
        "kind": obj.portal_type.removeprefix(PREFIX),
        "state": state_of(obj),
        "revision": obj.revision,
        "parent": _uid(obj.__parent__),
    }
    for name in getFieldNames(schema_of(obj)):
        found[name] = _plain(getattr(obj, name, None))
    for name in ("starts", "ends"):
        found[name] = _plain(getattr(obj, name, None))
    if IPage.providedBy(obj):
        found["sections"] = [row_of(one) for one in sections(obj)]
    return found


def listed(asked: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the contents the user may see, by title, read from the catalogue.

    :param asked: ``kind``, ``state``, ``category``, ``audience``, ``parent`` (UID),
        ``q``; what is missing asks nothing.
    """
    kinds = [asked["kind"]] if asked.get("kind") else list(KINDS)
    query: dict[str, Any] = {
        "portal_type": [f"{PREFIX}{one}" for one in kinds if one in KINDS],
        "sort_on": "sortable_title",
    }
    for name, index in (
        ("state", "review_state"),
        ("category", "web_categories"),
        ("audience", "web_audiences"),
    ):
        if asked.get(name):
            query[index] = asked[name]
    if words := text_words(asked.get("q", "")):
        query["SearchableText"] = words
    if asked.get("parent"):
        places = visible(UID=asked["parent"])
        if not places:
            return []
        query["path"] = {"query": places[0].getPath(), "depth": 1}
    return [
        {
            "id": one.UID,
            "kind": one.portal_type.removeprefix(PREFIX),
            "title": one.Title,
            "description": one.Description,
            "page": one.getURL(),
            "state": one.review_state,
        }
        for one in visible(**query)
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _uid(obj: Any) -> str:
    return obj.UID() if obj.portal_type.startswith(PREFIX) else ""
