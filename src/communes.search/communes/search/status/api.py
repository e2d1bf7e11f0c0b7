"""The door to the state of the search: one value, gathered in a bounded time."""

from communes.core.jobs.api import dead_letters
from communes.core.jobs.api import failing
from communes.core.jobs.storage import queue_of
from communes.search.clients.breaker import breaker_at
from communes.search.clients.errors import CoreMissing
from communes.search.clients.errors import SolrError
from communes.search.clients.solr import SolrClient
from communes.search.convergence.api import drift
from communes.search.domain.schema_version import SCHEMA_VERSION
from communes.search.extraction.api import readings
from communes.search.extraction.api import unread
from communes.search.indexing.processor import KIND
from communes.search.pending.api import pending_places
from communes.search.reindexing.api import last_reindex
from communes.search.reindexing.api import progress
from communes.search.reindexing.api import schema_in_use
from communes.search.settings import client_of
from communes.search.status.domain import Dead
from communes.search.status.domain import Index
from communes.search.status.domain import Status
from communes.search.status.lag import measured
from Products.CMFCore.utils import getToolByName
import time
from typing import Any


# Asked by the page of an operator, who wants to know just that: is it silent?
OPERATOR_SECONDS = 2.0
MOST_DEAD = 50


def status(site: Any) -> Status:
    """Return how the search of ``site`` is doing.

    Asks Solr two short questions, whatever the breaker says; counts in the database
    without waking any object. A Solr that does not answer is part of the answer.
    """
    client = client_of(site)
    index, schema, documents = _index(site, client)
    guard = breaker_at(client.url).snapshot()
    letters = [each for each in dead_letters(site) if each.intent.kind == KIND]
    now = time.time()
    oldest = queue_of(site).oldest()
    path = "/".join(site.getPhysicalPath())
    return Status(
        site=path,
        now=now,
        core=client.core,
        index=index,
        schema=schema,
        schema_wanted=SCHEMA_VERSION,
        documents=documents,
        catalogued=getToolByName(site, "portal_catalog").Indexes["UID"].indexSize(),
        breaker=guard.state.value,
        breaker_error=guard.last_error,
        waiting=queue_of(site).pending(KIND),
        oldest_wait=0.0 if oldest is None else max(now - oldest, 0.0),
        failing=sum(each.intent.kind == KIND for each in failing(site)),
        dead=tuple(Dead(each.intent.key, each.reason) for each in letters[:MOST_DEAD]),
        pending_places=len(pending_places(site)),
        lag=measured(path),
        drift=drift(site),
        reindexed_at=last_reindex(site),
        reindex=progress(site),
        made_at=float(site.created()),
        files=readings(),
        files_waiting=unread(site),
    )


def _index(site: Any, client: SolrClient) -> tuple[Index, int | None, int | None]:
    try:
        schema = schema_in_use(site)
        answer = client.select([("q", "*:*"), ("rows", "0")])
    except CoreMissing:
        return Index.MISSING, None, None
    except SolrError:
        return Index.SILENT, None, None
    state = Index.READY if schema == SCHEMA_VERSION else Index.OUTDATED
    return state, schema, int(answer["response"]["numFound"])
