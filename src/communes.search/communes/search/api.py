"""The door to the search: ask in types, get what the reader may see."""

from AccessControl import getSecurityManager
from collections.abc import Mapping
from communes.search.clients.breaker import breaker_at
from communes.search.clients.errors import SolrError
from communes.search.domain.answer import to_results
from communes.search.domain.params import Reader
from communes.search.domain.params import to_params
from communes.search.domain.query import Query
from communes.search.domain.results import Results
from communes.search.language.api import question
from communes.search.settings import client_of
from communes.search.storage import search_catalog
from dataclasses import replace
from datetime import datetime
from datetime import UTC
import logging
from Products.CMFCore.utils import getToolByName
from typing import Any


logger = logging.getLogger(__name__)


def search(site: Any, query: Query) -> Results:
    """Return one page of what the current user may find in ``site``.

    Rights and the time of publication are filters computed here; no object is
    woken. When Solr does not answer within its time the catalogue does, and
    ``degraded`` is true: a silence is never "0 results".

    :param query: a valid ``Query``; nothing of its text is interpreted.
    """
    if query.is_hopeless:
        return Results()
    try:
        results = to_results(
            _ask(
                site, to_params(query, reader(site, query), question(site, query.text))
            )
        )
    except (SolrError, KeyError) as error:
        logger.warning("Solr does not answer a search: %r", error)
        results = search_catalog(site, query)
    return _with_urls(site, results)


def reader(site: Any, query: Query) -> Reader:
    """Return the current user's rights on ``site``, as filters of a search."""
    catalog = getToolByName(site, "portal_catalog")
    user = getSecurityManager().getUser()
    path = {"path": query.path} if query.path else {}
    hides_inactive = not catalog.allow_inactive(path)
    return Reader(
        tokens=tuple(catalog._listAllowedRolesAndUsers(user)),
        now=datetime.now(UTC) if hides_inactive else None,
    )


def _ask(site: Any, params: list[tuple[str, str]]) -> Mapping[str, Any]:
    client = client_of(site)
    return breaker_at(client.url).ask(lambda: client.select(params), client.ping)


def _with_urls(site: Any, results: Results) -> Results:
    request = site.REQUEST
    return replace(
        results,
        hits=tuple(
            replace(hit, url=request.physicalPathToURL(hit.path.split("/")))
            for hit in results.hits
        ),
    )
