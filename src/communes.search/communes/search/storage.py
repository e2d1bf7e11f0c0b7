"""Answers a search from the catalogue when Solr can not."""

from communes.search.domain.query import Query
from communes.search.domain.query import Sort
from communes.search.domain.results import Hit
from communes.search.domain.results import Results
from communes.search.domain.text import plain
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
        brains = catalog.searchResults(**_criteria(query))
    except ParseError:
        # Nothing but words that the text index leaves out, as "le" or "de".
        return Results(degraded=True)
    page = brains[query.start : query.start + query.size]
    return Results(
        hits=tuple(_hit(brain) for brain in page),
        total=len(brains),
        degraded=True,
    )


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


def _hit(brain: Any) -> Hit:
    return Hit(
        uid=brain.UID,
        title=brain.Title or "",
        description=brain.Description or "",
        portal_type=brain.portal_type,
        review_state=brain.review_state if isinstance(brain.review_state, str) else "",
        path=brain.getPath(),
        modified=_iso(brain.modified),
        effective=_iso(brain.effective),
    )


def _iso(value: Any) -> str:
    return value.toZone("UTC").strftime("%Y-%m-%dT%H:%M:%SZ") if value else ""
