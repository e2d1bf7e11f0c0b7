"""The door for ``@search``: text by Solr, everything else by the catalogue."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.search.api import search
from communes.search.domain.errors import TooDeep
from communes.search.domain.query import Filter
from communes.search.domain.query import FILTER_FIELDS
from communes.search.domain.query import Query
from communes.search.domain.query import Sort
from communes.search.reading.matching import matching_uids
from communes.search.reading.truth import confidential_left_out
from communes.search.site_search.catalogue import brains_of
from communes.search.site_search.catalogue import criteria_of
from communes.search.site_search.catalogue import indexes_of
from communes.search.site_search.catalogue import listed
from communes.search.site_search.catalogue import of_searched_types
from communes.search.site_search.catalogue import words_for_index
from communes.search.site_search.domain import Criterion
from communes.search.site_search.domain import Kind
from communes.search.site_search.domain import site_search_from
from communes.search.site_search.domain import SiteSearch
from dataclasses import dataclass
from typing import Any


_SORTS = {
    (("modified",), True): Sort.NEWEST,
    (("modified",), False): Sort.OLDEST,
    (("created",), False): Sort.CREATED,
    (("effective",), True): Sort.EFFECTIVE,
    (("sortable_title",), False): Sort.TITLE,
}


@dataclass(frozen=True)
class Page:
    """One page of catalogue entries, how many there are in all, and by which engine."""

    brains: tuple[Any, ...]
    total: int
    degraded: bool = False


def read(context: Any, form: Mapping[str, object]) -> SiteSearch:
    """Return what a request asks for. :raises QueryRefused: names the parameter."""
    return site_search_from(form, indexes_of(context))


def answer(site: Any, asked: SiteSearch, path: str) -> Page:
    """Return the page that ``asked`` wants of what the current user may see.

    Words are looked for by Solr. What only the catalogue knows (other indexes, depths,
    other orders) narrows the ``MOST_MATCHES`` best of them. Without text nothing is
    asked of Solr.

    :param path: physical path below which to look when no path was asked.
    """
    if asked.site_settings:
        asked = of_searched_types(asked)
    if asked.text is None:
        return _by_catalogue(site, asked, path, {})
    if not asked.text.strip():
        return Page((), 0)
    query = as_query(asked, path)
    if query is not None:
        found = search(site, query)
        uids = [hit.uid for hit in (*found.best, *found.hits)]
        return Page(brains_of(site, uids[: asked.size]), found.total, found.degraded)
    uids = matching_uids(site, asked.text)
    if uids is None:
        words = {"SearchableText": words_for_index(asked.text)}
        page = _by_catalogue(site, asked, path, words)
        return Page(page.brains, page.total, degraded=True)
    return _by_catalogue(site, asked, path, {"UID": uids or ["-"]}, uids)


def as_query(asked: SiteSearch, path: str) -> Query | None:
    """Return the search of Solr that says all of ``asked``, or None when none does."""
    sort = _SORTS.get((asked.sort_on, asked.descending))
    if not asked.sort_on:
        sort = Sort.RELEVANCE
    if sort is None or asked.limit or asked.start % asked.size:
        return None
    filters = []
    for one in asked.criteria:
        if one.kind is Kind.PATH and len(one.values) < 2 and one.depth is None:
            path = str(one.values[0]) if one.values else path
        elif _is_filter(one):
            filters.append(Filter(one.name, tuple(map(str, one.values))))
        else:
            return None
    page = asked.start // asked.size + 1
    try:
        return Query(
            asked.text or "", tuple(filters), (), path, (), sort, page, asked.size
        )
    except TooDeep:
        return None


def _is_filter(one: Criterion) -> bool:
    plain = not one.range and (one.operator == "or" or len(one.values) == 1)
    return one.kind is Kind.VALUE and one.name in FILTER_FIELDS and plain


def _by_catalogue(
    site: Any,
    asked: SiteSearch,
    path: str,
    more: dict[str, Any],
    order: Sequence[str] = (),
) -> Page:
    found = listed(site, {**criteria_of(asked, path), **more})
    if order and not asked.sort_on:
        place = {uid: number for number, uid in enumerate(order)}
        found = sorted(found, key=lambda brain: place.get(brain.UID, len(place)))
    page = found[asked.start : asked.start + asked.size]
    shown = confidential_left_out(page)
    return Page(shown, len(found) - (len(page) - len(shown)))
