"""One question to Solr, answered by what of it may be shown now."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.search.domain.answer import to_results
from communes.search.domain.params import Param
from communes.search.domain.params import to_params
from communes.search.domain.results import Hit
from communes.search.domain.results import Results
from communes.search.reading.gone import take_away
from communes.search.reading.solr import Asking
from communes.search.reading.truth import judge
from dataclasses import replace
from typing import Any


def find(
    asking: Asking, more: Sequence[Param] = ()
) -> tuple[Results, Mapping[str, Any]]:
    """Return the page asked for, and the answer as it came.

    :param more: parameters made by us that ask for other counts beside, or narrow.
    :raises SolrError: Solr does not answer, or not this.
    """
    unsettled = asking.unsettled
    params = to_params(asking.query, asking.reader, asking.words, unsettled)
    answer = asking.select([*params, *more])
    results = to_results(answer, asking.query.cursor)
    stale = unsettled.uids
    judged = judge(asking.site, results.hits, asking.reader, unsettled.places, stale)
    take_away(asking.site, [uid for uid in judged.gone if uid not in stale])
    hits = tuple(
        _as_it_stands(hit, judged.shown[hit.uid], hit.uid in stale)
        for hit in results.hits
        if hit.uid in judged.shown
    )
    dropped = len(results.hits) - len(hits)
    return replace(results, hits=hits, total=results.total - dropped), answer


def located(site: Any, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the hits with the addresses a browser can go to."""
    to_url = site.REQUEST.physicalPathToURL
    return tuple(replace(hit, url=to_url(hit.path.split("/"))) for hit in hits)


def _as_it_stands(hit: Hit, brain: Any, stale: bool) -> Hit:
    """Return the hit with the title and state of now, and no text of before.

    Without an entry it is as it was sent: nothing has changed since.
    """
    if brain is None:
        return hit
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
