"""Asks Solr for one reader: in one time limit, about what is settled."""

from collections.abc import Mapping
from communes.search.clients.breaker import breaker_at
from communes.search.clients.errors import SolrResting
from communes.search.domain.answer import to_results
from communes.search.domain.params import Param
from communes.search.domain.params import Reader
from communes.search.domain.params import terms
from communes.search.domain.params import to_params
from communes.search.domain.query import Query
from communes.search.domain.unsettled import is_below
from communes.search.domain.unsettled import Unsettled
from communes.search.language.api import question
from communes.search.pending.api import pending_places
from communes.search.pending.api import unsent
from communes.search.reading import truth
from communes.search.reading.reader import reader_of
from communes.search.reading.truth import judge
from communes.search.reading.truth import visible_numbers
from communes.search.settings import client_of
from dataclasses import replace
from functools import cached_property
from Products.CMFCore.utils import getToolByName
import time
from typing import Any


# More documents that may be older than their objects than this: Solr is far behind,
# and the catalogue answers.
MOST_UNSENT = 2000


class Asking:
    """The questions that one search puts to Solr, in ``search_timeout_seconds`` in all.

    :raises SolrResting: Solr was in trouble a moment ago, or is far behind.
    """

    def __init__(self, site: Any, query: Query) -> None:
        self.site = site
        self.query = query
        self._client = client_of(site)
        self._left = self._client.search_seconds

    @cached_property
    def reader(self) -> Reader:
        """Who asks."""
        return reader_of(self.site, self.query)

    @cached_property
    def words(self) -> list[Param]:
        """The words of the query, as this commune means them."""
        return question(self.site, self.query.text)

    def relax(self) -> bool:
        """Ask from now on for any of the notions; False when nothing changes by it."""
        relaxed = question(self.site, self.query.text, relaxed=True)
        changes = relaxed != self.words
        self.words = relaxed
        return changes

    @cached_property
    def unsettled(self) -> Unsettled:
        """What Solr may not know yet, and what of it this reader may see."""
        uids = unsent(self.site, MOST_UNSENT)
        if uids is None:
            raise SolrResting("the index is far behind the database")
        places = pending_places(self.site)
        catalog = getToolByName(self.site, "portal_catalog")
        numbers = visible_numbers(catalog, uids, self.reader)
        path_of = catalog._catalog.paths
        seen = [
            uid
            for uid, number in numbers.items()
            if not places or not is_below(path_of[number], places)
        ]
        if places:
            seen += self._seen_below(places)
        return Unsettled(places, tuple(sorted(uids)), tuple(sorted(set(seen))))

    def select(self, params: list[Param]) -> Mapping[str, Any]:
        """Return Solr's answer. Raises as ``SolrClient.select``.

        Only the time of Solr counts: a catalogue that is read from a cold database
        between two questions takes nothing from the second.
        """
        if self._left <= 0:
            raise SolrResting("no time is left for another question")
        client = replace(self._client, search_seconds=self._left)
        begin = time.monotonic()
        try:
            return breaker_at(client.url).ask(
                lambda: client.select(params), client.ping
            )
        finally:
            self._left -= time.monotonic() - begin

    def _seen_below(self, places: tuple[str, ...]) -> list[str]:
        narrow = replace(
            self.query,
            page=1,
            size=truth.MOST_DOUBTFUL,
            facets=(),
            cursor="",
            snippets=False,
        )
        below = ("fq", terms("path_parents", list(places)))
        params = to_params(narrow, self.reader, self.words)
        found = to_results(self.select([*params, below])).hits
        return list(judge(self.site, found, self.reader, places).shown)
