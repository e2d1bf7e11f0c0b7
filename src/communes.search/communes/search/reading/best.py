"""The pages that a commune wants first, for who may see them."""

from communes.search.domain.params import Reader
from communes.search.domain.query import Query
from communes.search.domain.results import Hit
from communes.search.language.api import best_bets
from communes.search.pending.api import pending_places
from communes.search.reading.hits import hit_of
from communes.search.reading.truth import judge
from Products.CMFCore.utils import getToolByName
from typing import Any


def best_hits(site: Any, query: Query, reader: Reader) -> tuple[Hit, ...]:
    """Return the best bets for the words of a first page without any filter."""
    narrowed = query.filters or query.ranges or query.path
    if not query.words or query.page > 1 or query.cursor or narrowed or not query.size:
        return ()
    wanted = [_uid(site, bet.uid_or_path) for bet in best_bets(site, query.text)]
    hits = [
        Hit(uid, "", "", "", "", "", "", "") for uid in dict.fromkeys(wanted) if uid
    ]
    uids = [hit.uid for hit in hits]
    shown = judge(site, hits, reader, pending_places(site), uids).shown
    return tuple(
        hit_of(shown[hit.uid], query.words) for hit in hits if hit.uid in shown
    )


def _uid(site: Any, target: str) -> str:
    if not target.startswith("/"):
        return target
    path = "/".join(site.getPhysicalPath()) + target.rstrip("/")
    catalog = getToolByName(site, "portal_catalog")
    found = catalog.unrestrictedSearchResults(path={"query": path, "depth": 0})
    return found[0].UID if found else ""
