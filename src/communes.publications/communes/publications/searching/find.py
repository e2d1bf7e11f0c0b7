"""Finds what is public by words, institution, organ, matter, year and kind.

The search engine answers where it is installed and speaks; else the catalogue does,
with the same filters and counts.
"""

from collections.abc import Iterable
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import Row
from communes.core.dashboards.interfaces import Choice
from communes.core.dashboards.interfaces import Facet
from communes.core.dashboards.interfaces import Filter as ListFilter
from communes.core.dashboards.interfaces import Found
from communes.core.dashboards.interfaces import IListEngine
from communes.core.dashboards.interfaces import ListSource
from communes.core.parts.domain.values import Piece
from communes.publications.domain.kinds import KIND_LABELS
from communes.publications.indexing.search_fields import FACETS
from communes.publications.indexing.search_fields import field
from communes.publications.storage.listing import institution_rows
from communes.search.api import search
from communes.search.domain.query import Filter
from communes.search.domain.query import Query
from communes.search.domain.query import Sort
from communes.search.domain.results import Hit
from communes.search.domain.results import Results
from communes.search.settings import is_installed
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.component import getAdapter


#: Values of one facet at most that are counted without the engine.
MOST_VALUES = 40
_KINDS = tuple(KIND_LABELS)


def find(site: Any, query: ListQuery) -> Found:
    """Return one page of what this person may see, with counts for each filter.

    :raises QueryRefused: more words, or a page further down, than anyone reads.
    """
    if is_installed():
        results = search(site, _as_query(query))
        if not results.degraded:
            return _from_engine(site, query, results)
    return _from_catalogue(site, query, degraded=is_installed())


def _as_query(query: ListQuery) -> Query:
    chosen = {name: query.filters.get(name, ()) for name in FACETS}
    kinds = tuple(one for one in chosen.pop("kind") or _KINDS if one in _KINDS)
    filters = [Filter(field(name), values) for name, values in chosen.items() if values]
    return Query(
        text=query.text,
        filters=(*filters, Filter(field("kind"), kinds or ("-",))),
        facets=tuple(field(name) for name in FACETS),
        sort=Sort.NEWEST if query.sort or not query.text else Sort.RELEVANCE,
        page=query.page,
        size=query.size,
        snippets=True,
    )


def _from_engine(site: Any, query: ListQuery, results: Results) -> Found:
    about = _known(site, (hit.uid for hit in (*results.best, *results.hits)))
    names = _names(site)
    counted = {facet.field: facet.values for facet in results.facets}
    facets = tuple(
        Facet(
            name,
            tuple(
                Choice(one.value, _title(name, one.value, names), one.count)
                for one in counted.get(field(name), ())
            ),
        )
        for name in FACETS
    )
    return Found(
        tuple(_hit_row(hit, about.get(hit.uid, {}), names) for hit in results.hits),
        results.total,
        query,
        facets=facets,
        relaxed=results.relaxed,
    )


def _from_catalogue(site: Any, query: ListQuery, degraded: bool) -> Found:
    names = _names(site)
    source = ListSource(
        {"publications_kind": list(_KINDS)},
        filters=tuple(_filter(site, name, names) for name in FACETS),
        default_sort="modified",
        default_descending=True,
    )
    engine = getAdapter(site, IListEngine)
    asked = ListQuery(query.text, query.filters, page=query.page, size=query.size)
    answer = engine.rows(source, asked)
    about = _known(site, (row.uid for row in answer.rows))
    facets = tuple(
        Facet(
            one.name,
            tuple(
                Choice(found.choice, dict(one.choices)[found.choice], found.count)
                for found in engine.counters(source, asked, one.name)
                if found.count
            ),
        )
        for one in source.filters
    )
    rows = tuple(_list_row(row, about.get(row.uid, {}), names) for row in answer.rows)
    return Found(rows, answer.total, query, degraded, facets=facets)


def _filter(site: Any, name: str, names: dict[str, str]) -> ListFilter:
    index = f"publications_{name}"
    values = getToolByName(site, "portal_catalog").uniqueValuesFor(index)
    titled = sorted((_title(name, one, names), one) for one in values)
    if name == "year":
        titled.reverse()
    choices = tuple((value, title) for title, value in titled[:MOST_VALUES])
    return ListFilter(name, name, index, choices)


def _names(site: Any) -> dict[str, str]:
    return {one.nis: one.title for one in institution_rows(site)}


def _title(name: str, value: str, names: dict[str, str]) -> str:
    if name == "institution":
        return names.get(value, value)
    return KIND_LABELS.get(value, value) if name == "kind" else value


def _known(site: Any, uids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return what the catalogue keeps of these, without waking one."""
    catalog = getToolByName(site, "portal_catalog")
    found = catalog(UID=list(uids))
    return {
        brain.UID: {
            "kind": brain.publications_kind,
            "nis": brain.publications_institution,
            "organ": brain.publications_organ,
            "date": brain.publications_date,
            "description": brain.Description,
        }
        for brain in found
    }


def _cells(about: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    place = (names.get(about.get("nis") or "", ""), about.get("organ") or "")
    moment = about.get("date")
    return {
        "type": KIND_LABELS.get(about.get("kind") or "", ""),
        "place": " – ".join(filter(None, place)),
        "modified": moment.date() if hasattr(moment, "hour") else None,
        "description": about.get("description") or "",
    }


def _hit_row(hit: Hit, about: dict[str, Any], names: dict[str, str]) -> Row:
    pieces = {
        "title": tuple(Piece(one.text, one.found) for one in hit.title_pieces),
        "text": tuple(Piece(one.text, one.found) for one in hit.snippet),
    }
    return Row(hit.uid, hit.title, hit.url, {**_cells(about, names), **pieces})


def _list_row(row: Row, about: dict[str, Any], names: dict[str, str]) -> Row:
    return Row(row.uid, row.title, row.url, _cells(about, names))
