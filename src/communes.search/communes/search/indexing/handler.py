"""Brings Solr to what the database says now about the objects of some intents."""

from collections.abc import Mapping
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IIntentHandler
from communes.search.clients.errors import CoreMissing
from communes.search.clients.errors import SolrSilent
from communes.search.clients.solr import SolrClient
from communes.search.indexing.document import document_of
from communes.search.indexing.lookup import objects_by_uid
from communes.search.settings import client_of
import logging
from transaction.interfaces import TransientError
from typing import Any
from zope.interface import implementer


logger = logging.getLogger(__name__)


@implementer(IIntentHandler)
class IndexHandler:
    """Sends whole documents of what exists and deletes what does not.

    What it sends depends on the database alone, never on the order or the number
    of the intents: running twice changes nothing.
    """

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Do the work of ``intents``; their key is the UID of an object.

        :raises Unavailable: Solr does not answer; everything waits.
        :raises SolrRefused: Solr does not accept a document of the batch.
        """
        uids = [intent.key for intent in intents]
        existing = objects_by_uid(site, uids)
        documents, outcomes = _documents(existing)
        gone = [uid for uid in uids if uid not in existing]
        try:
            send(client_of(site), documents, gone)
        except SolrSilent as error:
            raise Unavailable(str(error)) from error
        outcomes += [Outcome(str(document["UID"])) for document in documents]
        return outcomes + [Outcome(uid) for uid in gone]


def send(
    client: SolrClient, documents: list[Mapping[str, Any]], gone: list[str]
) -> None:
    """Put documents and take others away, making the core when there is none yet."""
    try:
        client.add(documents)
        client.delete(gone)
    except CoreMissing:
        client.create_core()
        client.add(documents)
        client.delete(gone)


def _documents(
    objects: dict[str, Any],
) -> tuple[list[Mapping[str, Any]], list[Outcome]]:
    documents: list[Mapping[str, Any]] = []
    failures = []
    for uid, obj in objects.items():
        try:
            documents.append(document_of(obj))
        except TransientError:
            raise
        # An indexer of any solution may fail in any way; the others go on.
        except Exception as error:
            logger.exception("No search document of %s", obj.absolute_url_path())
            failures.append(Outcome(uid, OutcomeState.RETRY, repr(error)))
    return documents, failures
