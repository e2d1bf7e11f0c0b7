"""Answers a search from the catalogue when Solr can not."""

from communes.search.domain.query import Query
from communes.search.domain.query import Sort
from communes.search.domain.results import Hit
from communes.search.domain.results import Results
from communes.search.domain.text import plain
from communes.search.pending.api import pending_places
from communes.search.reading.hits import hit_of
from communes.search.reading.reader import reader_of
from communes.search.reading.truth import judge
from communes.search.reading.truth import settled_entries
from dataclasses import replace
from DateTime import DateTime
from datetime import datetime
from datetime import time
from datetime import UTC
from Products.CMFCore.utils import getToolByName
from Products.ZCTextIndex.ParseTree import ParseError
from typing import Any


_SORTS = {
    Sort.NEWEST: ("modified", "descending"),
    Sort.OLDEST: ("modified", "ascending"),
    Sort.CREATED: ("created", "ascending"),
    Sort.EFFECTIVE: ("effective", "descending"),
    Sort.TITLE: ("sortable_title", "ascending"),
}


def search_catalog(site: Any, query: Query) -> Results:
    """Return one page from the catalogue, by its own rules of rights and dates.

    A filter on a field that the catalogue does not know finds nothing: it must
    never widen what was asked. No facets.
    """
    catalog = getToolByName(site, "portal_catalog")
    known = set(catalog.indexes())
    wanted = {each.field for each in (*query.filters, *query.ranges)}
    if not wanted <= known:
        return Results(degraded=True)
    try:
        return _page(site, query, _criteria(query))
    except ParseError:
        # Nothing but words that the text index leaves out, as "le" or "de".
        return Results(degraded=True)


def _page(site: Any, query: Query, criteria: dict[str, Any]) -> Results:
    brains = getToolByName(site, "portal_catalog").searchResults(**criteria)
    places = pending_places(site)
    seen = settled_entries(brains, places)
    page = [
        _hit(brain, query) for brain in seen[query.start : query.start + query.size]
    ]
    shown = judge(site, page, reader_of(site, query), places).shown
    hits = tuple(hit for hit in page if hit.uid in shown)
    total = len(seen) - (len(page) - len(hits))
    return Results(hits=hits, total=total, degraded=True)


def titles_with(site: Any, query: Query, text: str) -> tuple[Hit, ...]:
    """Return the first things whose title holds words that begin as those of ``text``.

    :param query: its filters and size count.
    """
    words = plain(text).split()
    criteria = _criteria(replace(query, text=""))
    criteria["Title"] = " AND ".join(f"{word}*" for word in words)
    criteria["sort_on"], criteria["sort_order"] = "modified", "descending"
    if not words:
        return ()
    try:
        return _page(site, query, criteria).hits
    except ParseError:
        return ()


def _criteria(query: Query) -> dict[str, Any]:
    criteria: dict[str, Any] = {
        each.field: {"query": list(each.values)} for each in query.filters
    }
    for each in query.ranges:
        criteria[each.field] = _range(each.first, each.last)
    if query.words:
        text = " ".join(plain(word) for word in query.words)
        criteria["SearchableText"] = " AND ".join(text.split())
    if query.path:
        criteria["path"] = query.path
    if query.sort in _SORTS:
        criteria["sort_on"], criteria["sort_order"] = _SORTS[query.sort]
    return criteria


def _range(first: Any, last: Any) -> dict[str, Any]:
    ends = []
    if first:
        ends.append(DateTime(datetime.combine(first, time.min, UTC)))
    if last:
        ends.append(DateTime(datetime.combine(last, time.max, UTC)))
    kind = "min:max" if first and last else "min" if first else "max"
    return {"query": ends if len(ends) > 1 else ends[0], "range": kind}


def _hit(brain: Any, query: Query) -> Hit:
    return hit_of(brain, query.words if query.snippets else ())
