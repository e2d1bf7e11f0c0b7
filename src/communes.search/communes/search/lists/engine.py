"""Answers the kit's lists: their words by Solr, all the rest by the catalogue."""

from collections.abc import Iterator
from communes.core.dashboards.domain import Answer
from communes.core.dashboards.domain import Counter
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import Row
from communes.core.dashboards.interfaces import IListEngine
from communes.core.dashboards.interfaces import ListSource
from communes.core.dashboards.zcatalog import CatalogLists
from communes.search.clients.errors import SolrError
from communes.search.domain.errors import TextTooLong
from communes.search.domain.text import words_of
from communes.search.lists.words import TEXT
from communes.search.lists.words import TooMany
from communes.search.lists.words import uids_with
from dataclasses import dataclass
from dataclasses import replace
import logging
from typing import Any
from zope.interface import implementer


# A UID that nothing has.
NOTHING = "-"
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Narrowed:
    """A list, its words made part of its scope; ``limited`` when that failed."""

    source: ListSource
    query: ListQuery
    limited: bool = False


@implementer(IListEngine)
class SolrLists:
    """Adapter of (site, request).

    A list without words is the catalogue's alone: exact, and it shows one's own write.
    With words, Solr says what holds them, in any form; the catalogue narrows that by
    rights, scope and filters, counts, orders and pages it. Where Solr is silent, or
    more holds them than a list shows, the catalogue looks for the words too.
    """

    def __init__(self, site: Any, request: Any) -> None:
        self.site = site
        self._catalogue = CatalogLists(site)
        self._asked: dict[str, list[str] | None] = {}

    def rows(self, source: ListSource, query: ListQuery) -> Answer:
        """Return one page; ``degraded`` when the catalogue looked for the words."""
        narrowed = self._narrowed(source, query)
        answer = self._catalogue.rows(narrowed.source, narrowed.query)
        return replace(answer, query=query, degraded=narrowed.limited)

    def every(
        self, source: ListSource, query: ListQuery, most: int
    ) -> tuple[int, Iterator[Row]]:
        """Return how many rows there are and the first ones, read as they are asked."""
        narrowed = self._narrowed(source, query)
        return self._catalogue.every(narrowed.source, narrowed.query, most)

    def counters(
        self, source: ListSource, query: ListQuery, name: str
    ) -> list[Counter]:
        """Return the counts of a filter's choices, as if none of them were on."""
        narrowed = self._narrowed(source, query)
        return self._catalogue.counters(narrowed.source, narrowed.query, name)

    def _narrowed(self, source: ListSource, query: ListQuery) -> Narrowed:
        ours = source.text_index == TEXT and "UID" not in source.scope
        if not ours or not _has_words(query.text):
            return Narrowed(source, query)
        uids = self._uids(source, query.text)
        if uids is None:
            return Narrowed(source, query, limited=True)
        scope = {**source.scope, "UID": uids or [NOTHING]}
        return Narrowed(replace(source, scope=scope), replace(query, text=""))

    def _uids(self, source: ListSource, text: str) -> list[str] | None:
        """Return what has the words, asked of Solr once for all parts of a page."""
        key = repr((source.scope, text))
        if key not in self._asked:
            try:
                self._asked[key] = uids_with(self.site, source.scope, text)
            except (SolrError, TooMany, KeyError) as error:
                logger.info("The catalogue looks for the words of a list: %r", error)
                self._asked[key] = None
        return self._asked[key]


def _has_words(text: str) -> bool:
    """Tell whether there is something to ask; more words than a question are none."""
    try:
        return bool(words_of(text))
    except TextTooLong:
        return False
