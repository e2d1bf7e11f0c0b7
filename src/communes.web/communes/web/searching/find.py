"""Finds all the site shows: pages, services, contacts, events, news, decisions."""

from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.interfaces import Found
from communes.search.faceted import api as faceted
from communes.search.faceted.api import Narrowed
from communes.search.faceted.api import Plan
from communes.web.searching.fields import AUDIENCE
from communes.web.searching.fields import THEME
from communes.web.storage.settings import settings_of
from plone import api
from typing import Any
from zope.i18n import translate


#: What stands inside something else, or around the pages: found by that.
INSIDE = frozenset(
    f"communes.web.{name}"
    for name in ("Alert", "Attachment", "Issue", "Newsletter", "Picture")
)
OURS = "communes."


def find(site: Any, query: ListQuery) -> Found:
    """Return one page of what this person may see, with counts for each filter.

    Solutions beside the website are found by the names of their types.

    :raises QueryRefused: more words, or a page further down, than anyone reads.
    """
    settings = settings_of(site)
    themes = {one.id: one.title for one in settings.categories}
    audiences = {one.id: one.title for one in settings.audiences}
    types = searched_types()
    facets = (
        Narrowed("type", "portal_type", "portal_type",
                 lambda name: types.get(name, name), only=tuple(types)),
        Narrowed("theme", THEME, "web_categories", lambda one: themes.get(one, one)),
        Narrowed("pour", AUDIENCE, "web_audiences",
                 lambda one: audiences.get(one, one)),
    )  # fmt: skip
    return faceted.find(site, query, Plan(facets, lambda brain: _cells(brain, types)))


def searched_types() -> dict[str, str]:
    """Return the types of the suite that are looked for, by name, with their titles."""
    tool = api.portal.get_tool("portal_types")
    hidden = set(api.portal.get_registry_record("plone.types_not_searched") or ())
    request = tool.REQUEST
    return {
        one.getId(): translate(one.Title(), context=request)
        for one in tool.objectValues()
        if one.getId().startswith(OURS) and one.getId() not in INSIDE | hidden
    }


def _cells(brain: Any, types: dict[str, str]) -> dict[str, Any]:
    return {
        "type": types.get(brain.portal_type, ""),
        "modified": None,
        "description": brain.Description or "",
    }
