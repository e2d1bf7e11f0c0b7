"""Answers the kit's page « Recherche » from Solr."""

from communes.core.dashboards.domain import Answer
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import Row
from communes.core.dashboards.interfaces import ISearchEngine
from communes.search.api import search
from communes.search.domain.query import Filter
from communes.search.domain.query import Query
from communes.search.domain.results import Hit
from datetime import date
from datetime import datetime
from plone import api
from typing import Any
from zope.interface import implementer


@implementer(ISearchEngine)
class SolrSearch:
    """Adapter of (site, request); ``degraded`` when the catalogue had to answer."""

    def __init__(self, site: Any, request: Any) -> None:
        self.site = site
        self.request = request

    def search(self, query: ListQuery) -> Answer:
        """Return one page, best first; nothing for no words.

        :raises QueryRefused: more words, or a page further down, than anyone reads.
        """
        if not query.text.strip():
            return Answer((), 0, query)
        types = searched_types()
        results = search(
            self.site,
            Query(
                text=query.text,
                filters=(Filter("portal_type", tuple(types)),),
                page=query.page,
                size=query.size,
            ),
        )
        rows = tuple(_row(hit, types) for hit in results.hits)
        return Answer(rows, results.total, query, results.degraded)


def searched_types() -> dict[str, str]:
    """Return the titles, by name, of the types that the site lets be searched."""
    hidden = set(api.portal.get_registry_record("plone.types_not_searched") or ())
    return {
        info.getId(): info.Title()
        for info in api.portal.get_tool("portal_types").listTypeInfo()
        if info.getId() not in hidden
    }


def _row(hit: Hit, types: dict[str, str]) -> Row:
    cells = {
        "type": types.get(hit.portal_type, ""),
        "description": hit.description,
        "modified": _day(hit.modified),
    }
    return Row(hit.uid, hit.title, hit.url, cells)


def _day(moment: str) -> date | None:
    return datetime.fromisoformat(moment).astimezone().date() if moment else None
