"""Answers ``GET @communes-search`` with one page of results."""

from communes.search.api import search
from communes.search.domain.request import query_from
from communes.search.domain.results import Facet
from communes.search.domain.results import Hit
from communes.search.domain.snippet import to_html
from communes.search.suggest.api import did_you_mean
from plone import api
from plone.restapi.services import Service
from typing import Any


class CommunesSearchGet(Service):
    """Reads listed parameters only; refuses the others with a named error."""

    def reply(self) -> dict[str, Any]:
        site = api.portal.get()
        query = query_from(self.request.form, "/".join(site.getPhysicalPath()))
        results = search(site, query)
        found = results.total and not results.relaxed
        nothing = not (found or results.best or results.degraded)
        return {
            "@id": f"{self.context.absolute_url()}/@communes-search",
            "best_bets": [_item(hit) for hit in results.best],
            "items": [_item(hit) for hit in results.hits],
            "items_total": results.total,
            "page": query.page,
            "size": query.size,
            "facets": {facet.field: _facet(facet) for facet in results.facets},
            "cursor": results.cursor,
            "did_you_mean": did_you_mean(site, query) if nothing else "",
            "relaxed": results.relaxed,
            "degraded": results.degraded,
        }


def _item(hit: Hit) -> dict[str, str]:
    return {
        "@id": hit.url,
        "@type": hit.portal_type,
        "UID": hit.uid,
        "title": hit.title,
        "description": hit.description,
        "review_state": hit.review_state,
        "modified": hit.modified,
        "effective": hit.effective,
        "creator": hit.creator,
        "snippet": to_html(hit.snippet),
    }


def _facet(facet: Facet) -> list[dict[str, Any]]:
    return [{"value": each.value, "count": each.count} for each in facet.values]
