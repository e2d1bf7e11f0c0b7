"""Answers ``GET @search`` in the shape of plone.restapi, from typed parameters only."""

from collections.abc import Mapping
from communes.search.site_search.api import answer
from communes.search.site_search.api import Page
from communes.search.site_search.api import read
from communes.search.site_search.domain import SiteSearch
from plone import api
from plone.batching.batch import Batch
from plone.restapi.batching import HypermediaBatch
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.interfaces import ISerializeToJsonSummary
from plone.restapi.services import Service
from typing import Any
from zope.component import getMultiAdapter


class TypedBatch(HypermediaBatch):
    """The links of a page whose numbers were read and bounded before."""

    def __init__(self, request: Any, asked: SiteSearch, total: int) -> None:
        self.request = request
        self.b_start = asked.start
        self.b_size = asked.size
        self.batch = Batch(range(total), asked.size, asked.start)


class SearchGet(Service):
    """Refuses by name what it does not offer; a body of the request is not read."""

    def reply(self) -> dict[str, Any]:
        asked = read(self.context, self._form())
        path = "/".join(self.context.getPhysicalPath())
        page = answer(api.portal.get(), asked, path)
        batch = TypedBatch(self.request, asked, page.total)
        found: dict[str, Any] = {
            "@id": batch.canonical_url,
            "items_total": page.total,
            "items": self._items(page, asked),
            "degraded": page.degraded,
        }
        if links := batch.links:
            found["batching"] = links
        return found

    def _form(self) -> Mapping[str, object]:
        """Return the parameters, their paths as the site itself knows them."""
        form = dict(self.request.form)
        above = self.request.get("VirtualRootPhysicalPath") or ()
        for name in ("path", "path.query"):
            if above and name in form:
                given = form[name]
                several = given if isinstance(given, list) else [given]
                form[name] = [_below(above, one) for one in several]
        return form

    def _items(self, page: Page, asked: SiteSearch) -> list[dict[str, Any]]:
        if not asked.full:
            return [
                getMultiAdapter((brain, self.request), ISerializeToJsonSummary)()
                for brain in page.brains
            ]
        objects = [brain._unrestrictedGetObject() for brain in page.brains]
        return [
            getMultiAdapter((obj, self.request), ISerializeToJson)(include_items=False)
            for obj in objects
            if api.user.has_permission("View", obj=obj)
        ]


def _below(above: tuple[str, ...], path: object) -> object:
    if not isinstance(path, str):
        return path
    return "/".join((*above, path.lstrip("/"))).rstrip("/")
