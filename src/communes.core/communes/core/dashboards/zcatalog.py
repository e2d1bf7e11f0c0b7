"""Lists answered by Plone's catalogue: brains only, never an object."""

from collections.abc import Iterator
from communes.core.dashboards.domain import Answer
from communes.core.dashboards.domain import BadQuery
from communes.core.dashboards.domain import Counter
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import Row
from communes.core.dashboards.interfaces import Found
from communes.core.dashboards.interfaces import IListEngine
from communes.core.dashboards.interfaces import ISearchEngine
from communes.core.dashboards.interfaces import ListSource
from communes.core.rights.api import visible
from dataclasses import replace
from DateTime import DateTime
from datetime import date
from datetime import timedelta
from itertools import islice
from plone import api
from Products.CMFCore.indexing import processQueue
import re
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


_ORDERS = {
    "newest": {"sort_on": "modified", "sort_order": "descending"},
    "oldest": {"sort_on": "modified", "sort_order": "ascending"},
    "title": {"sort_on": "sortable_title"},
}
_WORD = re.compile(r"\w[\w'’.-]*", re.UNICODE)


@implementer(IListEngine)
@adapter(Interface)
class CatalogLists:
    """Answer lists from the catalogue of the site, in the rights of the person."""

    def __init__(self, site) -> None:
        self.site = site

    def rows(self, source: ListSource, query: ListQuery) -> Answer:
        """Return one page; only the brains of that page are read."""
        brains = self._ordered(source, query)
        shown = brains[query.offset : query.offset + query.size]
        return Answer(tuple(_row(brain, source) for brain in shown), len(brains), query)

    def every(
        self, source: ListSource, query: ListQuery, most: int
    ) -> tuple[int, Iterator[Row]]:
        """Return how many rows there are and the first ones, read as they are asked."""
        brains = self._ordered(source, query)
        return len(brains), (_row(brain, source) for brain in islice(brains, most))

    def counters(
        self, source: ListSource, query: ListQuery, name: str
    ) -> list[Counter]:
        """Return the counts of a filter's choices, as if none of them were on."""
        chosen = next(one for one in source.filters if one.name == name)
        others = {key: val for key, val in query.filters.items() if key != name}
        base = catalog_query(source, replace(query, filters=others))
        held = _held_values(chosen.index)
        return [
            Counter(
                name,
                value,
                len(self._search({**base, chosen.index: value}))
                if held is None or value in held
                else 0,
            )
            for value, _title in chosen.choices
        ]

    def _ordered(self, source: ListSource, query: ListQuery):
        descending = query.descending if query.sort else source.default_descending
        return self._search(
            catalog_query(source, query),
            sort_on=_sort_index(source, query),
            sort_order="descending" if descending else "ascending",
        )

    def _search(self, wanted: dict, **order):
        catalog = api.portal.get_tool("portal_catalog")
        return visible(self.site, catalog.searchResults(wanted, **order))


@implementer(ISearchEngine)
@adapter(Interface, Interface)
class CatalogSearch:
    """The page « Recherche » without a search engine: exact words only."""

    suggestions = ""

    def __init__(self, site, request) -> None:
        self.site = site
        self.request = request

    def search(self, query: ListQuery) -> Found:
        """Return one page, always marked as limited; no facets."""
        words = text_words(query.text)
        if not words:
            return Found((), 0, query, degraded=True)
        types = api.portal.get_tool("portal_types")
        hidden = set(api.portal.get_registry_record("plone.types_not_searched") or ())
        chosen = query.filters.get("type", types.objectIds())
        wanted = {
            "SearchableText": words,
            "portal_type": [one for one in chosen if one not in hidden] or ["-"],
            **_ORDERS.get(query.sort, {}),
        }
        if states := query.filters.get("state"):
            wanted["review_state"] = list(states)
        if since := changed_since(query):
            wanted["modified"] = {"query": DateTime(since.isoformat()), "range": "min"}
        catalog = api.portal.get_tool("portal_catalog")
        brains = visible(self.site, catalog.searchResults(wanted))
        shown = brains[query.offset : query.offset + query.size]
        rows = tuple(_found(brain, types) for brain in shown)
        return Found(rows, len(brains), query, degraded=True)


def _held_values(index: str) -> frozenset[str] | None:
    """Return the values that something has; None where the index can not tell.

    A choice that nothing has, for nobody, is not worth a question each.
    """
    processQueue()
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog._catalog.indexes.get(index)
    if found is None or not found.hasUniqueValuesFor(index):
        return None
    values = frozenset(found.uniqueValues())
    # A yes or no is asked in other words than it is kept in.
    return values if all(isinstance(one, str) for one in values) else None


def changed_since(query: ListQuery) -> date | None:
    """Return the first day of the longest period asked for, if one is.

    :raises BadQuery: a period that is no number of days.
    """
    periods = query.filters.get("when", ())
    for one in periods:
        if not (one.isascii() and one.isdigit() and len(one) < 5):
            raise BadQuery(name="when", value=one[:40])
    longest = max(map(int, periods), default=0)
    return date.today() - timedelta(days=longest) if periods else None


def catalog_query(source: ListSource, query: ListQuery) -> dict:
    """Return the catalogue's query: the scope always wins over the address."""
    wanted = {}
    for one in source.filters:
        if one.name in query.filters:
            wanted[one.index] = list(query.filters[one.name])
    words = text_words(query.text)
    if words:
        wanted[source.text_index] = words
    clash = wanted.keys() & source.scope.keys()
    both = {name: _narrowed(source.scope[name], wanted[name]) for name in clash}
    return {**wanted, **source.scope, **both}


def text_words(text: str) -> str:
    """Return words for the text index, each of them meant as a beginning."""
    # Nothing in a word means anything to the index: neither brackets nor wildcards.
    return " AND ".join(f"{word}*" for word in _WORD.findall(text))


def _narrowed(scope, wanted: list) -> list:
    allowed = [scope] if isinstance(scope, str) else list(scope)
    return [value for value in wanted if value in allowed]


def _sort_index(source: ListSource, query: ListQuery) -> str:
    by_name = {column.name: column.sort for column in source.columns}
    return by_name.get(query.sort) or source.default_sort


def _row(brain, source: ListSource) -> Row:
    cells = {one.name: _plain(getattr(brain, one.metadata, None))
             for one in source.columns}  # fmt: skip
    return Row(brain.UID, brain.Title, brain.getURL(), cells)


def _found(brain, types) -> Row:
    info = types.getTypeInfo(brain.portal_type)
    cells = {
        "type": info.Title() if info else "",
        "description": brain.Description or "",
        "modified": _plain(brain.modified),
    }
    return Row(brain.UID, brain.Title, brain.getURL(), cells)


def _plain(value):
    """Return a plain value for what the catalogue keeps (missing, DateTime)."""
    if value.__class__.__name__ == "_Missing_" or repr(value) == "Missing.Value":
        return None
    if hasattr(value, "asdatetime"):
        moment = value.asdatetime()
        return date(moment.year, moment.month, moment.day)
    return value
