"""The door to the search: ask in types, get what the reader may see."""

from communes.search.clients.errors import SolrError
from communes.search.clients.errors import SolrRefused
from communes.search.domain.errors import CursorInterrupted
from communes.search.domain.params import Reader
from communes.search.domain.query import Query
from communes.search.domain.results import Results
from communes.search.reading.best import best_hits
from communes.search.reading.found import find
from communes.search.reading.found import located
from communes.search.reading.reader import reader_of
from communes.search.reading.solr import Asking
from communes.search.storage import search_catalog
from dataclasses import replace
import logging
from typing import Any


logger = logging.getLogger(__name__)


def search(site: Any, query: Query) -> Results:
    """Return one page of what the current user may find in ``site``.

    Rights and the time of publication are filters computed here, and every hit is
    held against the catalogue of this transaction: what was hidden, moved or deleted
    a moment ago is not shown, whatever the index says. Objects are woken only where
    rights are changing, and of confidential types. When Solr does not answer within
    its time the catalogue does, and ``degraded`` is true: a silence is never "0
    results".

    :param query: a valid ``Query``; nothing of its text is interpreted.
    :raises CursorInterrupted: the query has a cursor, and Solr is silent.
    """
    if query.is_hopeless:
        return Results()
    try:
        results = _found(Asking(site, query))
    except (SolrError, KeyError) as error:
        if query.cursor:
            raise CursorInterrupted("cursor") from error
        logger.log(_level(error), "The catalogue answers a search: %r", error)
        results = search_catalog(site, query)
    results = _with_best(site, query, results)
    return replace(
        results, hits=located(site, results.hits), best=located(site, results.best)
    )


def reader(site: Any, query: Query) -> Reader:
    """Return the current user's rights on ``site``, as filters of a search."""
    return reader_of(site, query)


def _found(asking: Asking) -> Results:
    """Return what holds enough of the words or, where nothing does, any of them."""
    results = find(asking)[0]
    if results.total or asking.query.cursor or not asking.relax():
        return results
    return replace(find(asking)[0], relaxed=True)


def _with_best(site: Any, query: Query, results: Results) -> Results:
    best = best_hits(site, query, reader_of(site, query))
    first = {hit.uid for hit in best}
    others = tuple(hit for hit in results.hits if hit.uid not in first)
    return replace(results, best=best, hits=others) if best else results


def _level(error: Exception) -> int:
    # What Solr does not accept is a fault of ours, not a silence of its.
    return logging.ERROR if isinstance(error, SolrRefused) else logging.INFO
