"""Brings Solr to what the database says now about the objects of some intents."""

from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IIntentHandler
from communes.search.clients.errors import SolrSilent
from communes.search.domain.document import moment
from communes.search.domain.versions import tombstone
from communes.search.domain.versions import VISIBLE_WITHIN_SECONDS
from communes.search.extraction.api import later
from communes.search.indexing.document import document_of
from communes.search.indexing.lookup import objects_by_uid
from communes.search.indexing.snapshot import version_of
from communes.search.indexing.writer import Document
from communes.search.indexing.writer import Refusal
from communes.search.reindexing.api import write
from communes.search.settings import client_of
from communes.search.status.lag import watch
from datetime import datetime
from datetime import UTC
import logging
from transaction.interfaces import TransientError
from typing import Any
from zope.interface import implementer


logger = logging.getLogger(__name__)


@implementer(IIntentHandler)
class IndexHandler:
    """Sends whole documents of what exists, and tombstones of what does not.

    What it sends depends on the database alone, never on the order or the number
    of the intents: running twice changes nothing, and what another worker has sent
    from a later state of the database stays.
    """

    # Solr is our own: what it missed is asked for soon after it is back.
    longest_wait_seconds = 10.0
    # A search sees what was sent within the second; counts leave it out until then.
    shown_after_seconds = VISIBLE_WITHIN_SECONDS

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Do the work of ``intents``; their key is the UID of an object.

        A document that Solr refuses is given up, with a sentence that names the
        object; it holds up no other.

        :raises Unavailable: Solr does not answer; everything waits.
        :raises TransientError: a later state is there already; run again.
        """
        existing = objects_by_uid(site, [intent.key for intent in intents])
        # A large file must not hold up the batch: it is read apart.
        with later():
            documents, outcomes = _documents(existing)
        gone = [intent.key for intent in intents if intent.key not in existing]
        try:
            refusals = write(site, documents + _tombstones(site, gone))
        except SolrSilent as error:
            raise Unavailable(str(error)) from error
        refused = {each.uid for each in refusals}
        sent = [str(each["UID"]) for each in documents if each["UID"] not in refused]
        _measure(site, intents, set(sent))
        outcomes += [Outcome(uid) for uid in (*sent, *gone)]
        return outcomes + [_given_up(existing[each.uid], each) for each in refusals]


def _measure(site: Any, intents: list[Intent], sent: set[str]) -> None:
    """Have the time measured until what was asked for first is found."""
    measured = [intent for intent in intents if intent.key in sent]
    if measured:
        first = min(measured, key=lambda intent: intent.asked_at)
        path = "/".join(site.getPhysicalPath())
        watch(path, client_of(site), first.key, version_of(site), first.asked_at)


def _tombstones(site: Any, uids: list[str]) -> list[Document]:
    now = moment(datetime.now(UTC))
    version = version_of(site)
    return [tombstone(uid, version, now) for uid in uids]


def _given_up(obj: Any, refusal: Refusal) -> Outcome:
    reason = (
        f"La recherche ne peut pas reprendre « {obj.Title()} » "
        f"({obj.absolute_url_path()}) : {refusal.reason} "
        "Corrigez le champ nommé et enregistrez : l'objet sera envoyé de nouveau."
    )
    return Outcome(refusal.uid, OutcomeState.DEAD, reason)


def _documents(objects: dict[str, Any]) -> tuple[list[Document], list[Outcome]]:
    documents: list[Document] = []
    failures = []
    for uid, obj in objects.items():
        try:
            documents.append(document_of(obj))
        except TransientError:
            raise
        # An indexer of any solution may fail in any way; the others go on.
        except Exception as error:
            path = obj.absolute_url_path()
            logger.exception("No search document of %s", path)
            failures.append(Outcome(uid, OutcomeState.RETRY, f"{path} : {error!r}"))
    return documents, failures
