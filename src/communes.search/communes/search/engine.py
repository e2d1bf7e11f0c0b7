"""Answers the kit's page « Recherche » from Solr."""

from collections.abc import Callable
from collections.abc import Iterator
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import Row
from communes.core.dashboards.interfaces import Choice
from communes.core.dashboards.interfaces import Facet
from communes.core.dashboards.interfaces import Found
from communes.core.dashboards.interfaces import ISearchEngine
from communes.core.dashboards.zcatalog import changed_since
from communes.core.parts.domain.values import Piece
from communes.search.api import search
from communes.search.domain import results as found
from communes.search.domain.query import Filter
from communes.search.domain.query import Query
from communes.search.domain.query import Range
from communes.search.domain.query import Sort
from communes.search.domain.results import Hit
from communes.search.domain.results import Results
from communes.search.suggest.api import did_you_mean
from communes.search.words import Words
from datetime import date
from datetime import datetime
from plone import api
from typing import Any
from zope.interface import implementer


FIELDS = {"type": "portal_type", "state": "review_state"}


@implementer(ISearchEngine)
class SolrSearch:
    """Adapter of (site, request); ``degraded`` when the catalogue had to answer."""

    suggestions = "@communes-suggest"

    def __init__(self, site: Any, request: Any) -> None:
        self.site = site
        self.request = request

    def search(self, query: ListQuery) -> Found:
        """Return one page, best first; nothing for no words.

        :raises QueryRefused: more words, or a page further down, than anyone reads.
        """
        if not query.text.strip():
            return Found((), 0, query)
        words = Words(self.site)
        asked = as_query(query, tuple(words.types))
        results = search(self.site, asked)
        whole = results.total and not results.relaxed
        nothing = not (whole or results.best or results.degraded)
        return Found(
            tuple(_row(hit, words) for hit in results.hits),
            results.total,
            query,
            results.degraded,
            facets=_facets(results, words),
            best=tuple(_row(hit, words) for hit in results.best),
            meant=did_you_mean(self.site, asked) if nothing else "",
            relaxed=results.relaxed,
        )


def searched_types() -> dict[str, str]:
    """Return the titles, by name, of the types that the site lets be searched."""
    return Words(api.portal.get()).types


def as_query(query: ListQuery, types: tuple[str, ...]) -> Query:
    """Return what the page asks as a search among ``types``.

    :raises QueryRefused: a value that no filter takes.
    """
    chosen = query.filters.get("type", types)
    # A type that is not searched finds nothing, whoever names it.
    searched = tuple(name for name in chosen if name in types) or ("-",)
    filters = [Filter("portal_type", searched)]
    if states := query.filters.get("state"):
        filters.append(Filter("review_state", states))
    since = changed_since(query)
    return Query(
        text=query.text,
        filters=tuple(filters),
        ranges=(Range("modified", since),) if since else (),
        facets=tuple(FIELDS.values()),
        sort=Sort(query.sort) if query.sort else Sort.RELEVANCE,
        page=query.page,
        size=query.size,
        snippets=True,
    )


def _facets(results: Results, words: Words) -> tuple[Facet, ...]:
    counted = {facet.field: facet.values for facet in results.facets}
    named = {"type": words.types.get, "state": words.state}
    return tuple(
        Facet(name, tuple(_choices(counted.get(field, ()), named[name])))
        for name, field in FIELDS.items()
    )


def _choices(
    values: tuple[found.FacetValue, ...], named: Callable[[str], str | None]
) -> Iterator[Choice]:
    """Yield the values that have a name here; a type that is not searched has none."""
    for each in values:
        if title := named(each.value):
            yield Choice(each.value, title, each.count)


def _row(hit: Hit, words: Words) -> Row:
    cells = {
        "type": words.types.get(hit.portal_type, ""),
        "state": words.state(hit.review_state, hit.portal_type),
        "description": hit.description,
        "modified": _day(hit.modified),
        "who": words.person(hit.creator),
        "place": words.place(hit.path),
        "title": _pieces(hit.title_pieces),
        "text": _pieces(hit.snippet),
    }
    return Row(hit.uid, hit.title, hit.url, cells)


def _pieces(pieces: tuple[found.Piece, ...]) -> tuple[Piece, ...]:
    return tuple(Piece(piece.text, piece.found) for piece in pieces)


def _day(moment: str) -> date | None:
    return datetime.fromisoformat(moment).astimezone().date() if moment else None
