"""The door to the search: ask in types, get what the reader may see."""

from communes.search.clients.errors import SolrError
from communes.search.clients.errors import SolrRefused
from communes.search.domain.answer import to_results
from communes.search.domain.errors import CursorInterrupted
from communes.search.domain.params import Reader
from communes.search.domain.params import to_params
from communes.search.domain.query import Query
from communes.search.domain.results import Hit
from communes.search.domain.results import Results
from communes.search.reading.best import best_hits
from communes.search.reading.gone import take_away
from communes.search.reading.reader import reader_of
from communes.search.reading.solr import Asking
from communes.search.reading.truth import judge
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
        results = _from_solr(site, query)
    except (SolrError, KeyError) as error:
        if query.cursor:
            raise CursorInterrupted("cursor") from error
        logger.log(_level(error), "The catalogue answers a search: %r", error)
        results = search_catalog(site, query)
    return _with_urls(site, _with_best(site, query, results))


def reader(site: Any, query: Query) -> Reader:
    """Return the current user's rights on ``site``, as filters of a search."""
    return reader_of(site, query)


def _from_solr(site: Any, query: Query) -> Results:
    asking = Asking(site, query)
    unsettled = asking.unsettled
    params = to_params(query, asking.reader, asking.words, unsettled)
    results = to_results(asking.select(params), query.cursor)
    judged = judge(site, results.hits, asking.reader, unsettled.places)
    take_away(site, [uid for uid in judged.gone if uid not in unsettled.uids])
    hits = tuple(
        _as_it_stands(hit, judged.shown[hit.uid], hit.uid in unsettled.uids)
        for hit in results.hits
        if hit.uid in judged.shown
    )
    dropped = len(results.hits) - len(hits)
    return replace(results, hits=hits, total=results.total - dropped)


def _as_it_stands(hit: Hit, brain: Any, stale: bool) -> Hit:
    """Return the hit with the title and state of now, and no text of before."""
    title = brain.Title or ""
    same = title == hit.title
    return replace(
        hit,
        title=title,
        description=brain.Description or "",
        review_state=brain.review_state if isinstance(brain.review_state, str) else "",
        path=brain.getPath(),
        title_pieces=hit.title_pieces if same else (),
        snippet=() if stale else hit.snippet,
    )


def _with_best(site: Any, query: Query, results: Results) -> Results:
    best = best_hits(site, query, reader_of(site, query))
    first = {hit.uid for hit in best}
    others = tuple(hit for hit in results.hits if hit.uid not in first)
    return replace(results, best=best, hits=others) if best else results


def _with_urls(site: Any, results: Results) -> Results:
    def located(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        to_url = site.REQUEST.physicalPathToURL
        return tuple(replace(hit, url=to_url(hit.path.split("/"))) for hit in hits)

    return replace(results, hits=located(results.hits), best=located(results.best))


def _level(error: Exception) -> int:
    # What Solr does not accept is a fault of ours, not a silence of its.
    return logging.ERROR if isinstance(error, SolrRefused) else logging.INFO
