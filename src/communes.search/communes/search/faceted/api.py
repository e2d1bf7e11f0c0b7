"""The door to a search narrowed by facets, which the catalogue answers when it must.

The search engine answers where it is installed and speaks; else the catalogue does,
with the same filters and counts.
"""

from collections.abc import Callable
from collections.abc import Iterable
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import Row
from communes.core.dashboards.interfaces import Choice
from communes.core.dashboards.interfaces import Facet
from communes.core.dashboards.interfaces import Filter as ListFilter
from communes.core.dashboards.interfaces import Found
from communes.core.dashboards.interfaces import IListEngine
from communes.core.dashboards.interfaces import ListSource
from communes.core.dashboards.zcatalog import changed_since
from communes.core.parts.domain.values import Piece
from communes.search.api import search
from communes.search.domain.query import Filter
from communes.search.domain.query import Query
from communes.search.domain.query import Range
from communes.search.domain.query import Sort
from communes.search.domain.results import Hit
from communes.search.domain.results import Results
from communes.search.settings import is_installed
from communes.search.suggest.api import did_you_mean
from dataclasses import dataclass
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.component import getAdapter


#: Values of one facet at most that are counted without the engine.
MOST_VALUES = 40


@dataclass(frozen=True)
class Narrowed:
    """One way to narrow: its name in addresses, for the engine and for the catalogue.

    ``title`` names a value; ``only`` are the values anything may have at all: what has
    none of them is not looked for. ``backwards`` orders the values from the last.
    """

    name: str
    field: str
    index: str
    title: Callable[[str], str]
    only: tuple[str, ...] = ()
    backwards: bool = False


@dataclass(frozen=True)
class Plan:
    """What is looked for, and what a row tells of it.

    ``cells`` makes the cells of a row from an entry of the catalogue; one it has lost
    since has none.
    """

    facets: tuple[Narrowed, ...]
    cells: Callable[[Any], dict[str, Any]]


def find(site: Any, query: ListQuery, plan: Plan) -> Found:
    """Return one page of what this person may see, with counts for each filter.

    :raises QueryRefused: more words, or a page further down, than anyone reads.
    """
    if is_installed():
        asked = _as_query(query, plan)
        results = search(site, asked)
        if not results.degraded:
            return _from_engine(site, query, asked, results, plan)
    return _from_catalogue(site, query, plan, degraded=is_installed())


def _as_query(query: ListQuery, plan: Plan) -> Query:
    filters = []
    for one in plan.facets:
        values = tuple(query.filters.get(one.name, ()))
        if one.only:
            # A value that nothing may have finds nothing, whoever names it.
            known = tuple(value for value in values or one.only if value in one.only)
            values = known or ("-",)
        if values:
            filters.append(Filter(one.field, values))
    since = changed_since(query)
    return Query(
        text=query.text,
        filters=tuple(filters),
        ranges=(Range("modified", since),) if since else (),
        facets=tuple(one.field for one in plan.facets),
        sort=Sort.NEWEST if query.sort or not query.text else Sort.RELEVANCE,
        page=query.page,
        size=query.size,
        snippets=True,
    )


def _from_engine(
    site: Any, query: ListQuery, asked: Query, results: Results, plan: Plan
) -> Found:
    known = _known(site, (hit.uid for hit in (*results.best, *results.hits)), plan)
    counted = {facet.field: facet.values for facet in results.facets}
    facets = tuple(
        Facet(
            one.name,
            tuple(
                Choice(value.value, one.title(value.value), value.count)
                for value in counted.get(one.field, ())
                if not one.only or value.value in one.only
            ),
        )
        for one in plan.facets
    )
    whole = results.total and not results.relaxed
    return Found(
        tuple(_hit_row(hit, known) for hit in results.hits),
        results.total,
        query,
        facets=facets,
        best=tuple(_hit_row(hit, known) for hit in results.best),
        meant="" if whole or results.best else did_you_mean(site, asked),
        relaxed=results.relaxed,
    )


def _from_catalogue(site: Any, query: ListQuery, plan: Plan, degraded: bool) -> Found:
    bounds = {one.index: list(one.only) for one in plan.facets if one.only}
    source = ListSource(
        bounds,
        filters=tuple(_filter(site, one) for one in plan.facets),
        default_sort="modified",
        default_descending=True,
    )
    engine = getAdapter(site, IListEngine)
    names = {one.name for one in plan.facets}
    kept = {name: values for name, values in query.filters.items() if name in names}
    asked = ListQuery(query.text, kept, page=query.page, size=query.size)
    answer = engine.rows(source, asked)
    known = _known(site, (row.uid for row in answer.rows), plan)
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
    rows = tuple(
        Row(row.uid, row.title, row.url, known.get(row.uid, {})) for row in answer.rows
    )
    return Found(rows, answer.total, query, degraded, facets=facets)


def _filter(site: Any, one: Narrowed) -> ListFilter:
    catalog = getToolByName(site, "portal_catalog")
    values = one.only or catalog.uniqueValuesFor(one.index)
    titled = sorted(
        ((one.title(value), value) for value in values), reverse=one.backwards
    )
    choices = tuple((value, title) for title, value in titled[:MOST_VALUES])
    return ListFilter(one.name, one.name, one.index, choices)


def _known(site: Any, uids: Iterable[str], plan: Plan) -> dict[str, dict[str, Any]]:
    """Return what the catalogue keeps of these, without waking one."""
    catalog = getToolByName(site, "portal_catalog")
    return {brain.UID: plan.cells(brain) for brain in catalog(UID=list(uids))}


def _hit_row(hit: Hit, known: dict[str, dict[str, Any]]) -> Row:
    pieces = {
        "title": tuple(Piece(one.text, one.found) for one in hit.title_pieces),
        "text": tuple(Piece(one.text, one.found) for one in hit.snippet),
    }
    return Row(hit.uid, hit.title, hit.url, {**known.get(hit.uid, {}), **pieces})
