"""The UIDs of what holds the words of a list, with one's own write of a moment ago."""

from collections.abc import Mapping
from communes.core.dashboards.domain import MAX_OFFSET
from communes.core.dashboards.zcatalog import text_words
from communes.search.domain.params import narrowed_by
from communes.search.domain.params import Param
from communes.search.domain.query import Query
from communes.search.language.api import narrowing
from communes.search.lists.domain import filters_of
from communes.search.lists.domain import path_of
from communes.search.pending.api import pending_places
from communes.search.pending.api import unsent
from communes.search.reading.solr import Asking
from communes.search.reading.solr import MOST_UNSENT
from dataclasses import replace
from Products.CMFCore.utils import getToolByName
from typing import Any


# As deep as a list goes: with more, one filters.
MOST = MAX_OFFSET
TEXT = "SearchableText"


class TooMany(Exception):
    """Cause: more holds the words than a list shows. Cure: the catalogue narrows."""


def uids_with(site: Any, scope: Mapping[str, object], text: str) -> list[str]:
    """Return the UIDs of what holds every word of ``text``, in any order.

    In one of its forms, or as the beginning of a word. What Solr may not know yet is
    looked for in the catalogue instead. They are for the catalogue to narrow, in the
    reader's name: not all of them may be shown.

    :raises SolrError: Solr does not answer, or is far behind.
    :raises TooMany: there are more than ``MOST``.
    :raises TextTooLong: more than a question.
    """
    query = Query(text=text, filters=filters_of(scope), path=path_of(scope), size=0)
    asking = Asking(site, query)
    late = unsent(site, MOST_UNSENT)
    if late is None:
        raise TooMany
    answer = asking.select(_params(asking, narrowing(site, text)))
    response = answer["response"]
    if response["numFound"] > MOST:
        raise TooMany
    found = {each["UID"] for each in response["docs"]} - late
    return sorted(found | _written(site, late, text))


def _params(asking: Asking, words: list[Param]) -> list[Param]:
    """Return what asks for all of them, best order or none: the list has its own."""
    params = [*words, ("rows", str(MOST)), ("fl", "UID"), ("sort", "_docid_ asc")]
    if not pending_places(asking.site):
        # Fewer to send; where rights are changing, the catalogue knows them first.
        rights = replace(asking.reader, now=None)
        params += [("fq", each) for each in rights.filters()]
    return params + narrowed_by(asking.query)


def _written(site: Any, uids: frozenset[str], text: str) -> set[str]:
    """Return those of ``uids`` whose text of this instant holds the words."""
    if not uids:
        return set()
    catalog = getToolByName(site, "portal_catalog")
    found = catalog.searchResults({TEXT: text_words(text), "UID": list(uids)})
    return {brain.UID for brain in found}
