"""Typed criteria as a query of the catalogue, whose rights and dates always count."""

from collections.abc import Sequence
from communes.search.domain.text import plain
from communes.search.domain.text import words_of
from communes.search.pending.api import pending_places
from communes.search.reading.truth import settled_entries
from communes.search.site_search.domain import Criterion
from communes.search.site_search.domain import Kind
from communes.search.site_search.domain import SiteSearch
from dataclasses import replace
from DateTime import DateTime
from datetime import datetime
from plone import api
from Products.CMFCore.utils import getToolByName
from Products.ZCTextIndex.ParseTree import ParseError
from typing import Any


_KINDS = {
    "BooleanIndex": Kind.FLAG,
    "DateIndex": Kind.DATE,
    "DateRecurringIndex": Kind.DATE,
    "ExtendedPathIndex": Kind.PATH,
    "FieldIndex": Kind.VALUE,
    "GopipIndex": Kind.ORDER,
    "KeywordIndex": Kind.VALUE,
    "UUIDIndex": Kind.VALUE,
    "ZCTextIndex": Kind.TEXT,
}
TYPE = "portal_type"
#: Who may see what is the server's to say.
_HIDDEN = frozenset({"allowedRolesAndUsers", "effectiveRange"})


def indexes_of(context: Any) -> dict[str, Kind]:
    """Return the indexes that a request may name, by kind."""
    catalog = getToolByName(context, "portal_catalog")
    return {
        index.getId(): _KINDS[index.meta_type]
        for index in catalog.getIndexObjects()
        if index.meta_type in _KINDS and index.getId() not in _HIDDEN
    }


def criteria_of(asked: SiteSearch, path: str) -> dict[str, Any]:
    """Return the catalogue's query for everything but the text.

    :param path: what to look below, unless a path was asked.
    """
    criteria: dict[str, Any] = {one.name: _asked(one, path) for one in asked.criteria}
    criteria.setdefault("path", {"query": path})
    if asked.sort_on:
        criteria["sort_on"] = list(asked.sort_on)
        criteria["sort_order"] = "descending" if asked.descending else "ascending"
    if asked.limit:
        criteria["sort_limit"] = asked.limit
    return criteria


def listed(site: Any, criteria: dict[str, Any]) -> Sequence[Any]:
    """Return the entries that the current user may see."""
    catalog = getToolByName(site, "portal_catalog")
    try:
        found = catalog.searchResults(**criteria)
    except ParseError:
        # Nothing but words that the text index leaves out, as "le" or "de".
        return ()
    return settled_entries(found, pending_places(site))


def brains_of(site: Any, uids: Sequence[str]) -> tuple[Any, ...]:
    """Return the entries of these objects that the current user may see, in order."""
    catalog = getToolByName(site, "portal_catalog")
    found = catalog.searchResults(UID=list(uids)) if uids else ()
    by_uid = {brain.UID: brain for brain in found}
    return tuple(by_uid[uid] for uid in uids if uid in by_uid)


def words_for_index(text: str) -> str:
    """Return ``text`` as words that the text index does not interpret, all wanted."""
    words = " ".join(plain(word) for word in words_of(text)).split()
    return " AND ".join(words)


def _asked(one: Criterion, path: str) -> dict[str, Any]:
    values: list[Any] = [
        DateTime(value) if isinstance(value, datetime) else value
        for value in one.values
    ]
    if one.kind is Kind.TEXT:
        return {"query": words_for_index(str(values[0]))}
    if one.kind is Kind.FLAG:
        return {"query": values[0]}
    asked: dict[str, Any] = {"query": values}
    if one.kind is Kind.PATH:
        asked["query"] = values or [path]
        if one.depth is not None:
            asked["depth"] = one.depth
    elif one.range:
        asked["range"] = one.range
        asked["query"] = values if len(values) > 1 else values[0]
    elif one.operator == "and":
        asked["operator"] = "and"
    return asked


def of_searched_types(asked: SiteSearch) -> SiteSearch:
    """Return the request narrowed to the types that the site lets be searched."""
    hidden = set(api.portal.get_registry_record("plone.types_not_searched") or ())
    known = api.portal.get_tool("portal_types").objectIds()
    types = [name for name in known if name not in hidden]
    others = tuple(one for one in asked.criteria if one.name != TYPE)
    for one in asked.criteria:
        if one.name == TYPE:
            types = [name for name in types if name in one.values]
    wanted = Criterion(TYPE, Kind.VALUE, tuple(types) or ("-",))
    return replace(asked, criteria=(*others, wanted))
