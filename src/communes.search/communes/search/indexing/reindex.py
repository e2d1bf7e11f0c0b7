"""Sends every object of a site to Solr again, and takes away what is no more."""

from collections.abc import Callable
from communes.search.clients.records import SolrRecords
from communes.search.domain.document import moment
from communes.search.indexing.document import document_of
from communes.search.indexing.lookup import all_paths
from communes.search.indexing.lookup import objects_at
from communes.search.indexing.writer import send
from communes.search.settings import client_of
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
import logging
import time
import transaction
from transaction.interfaces import TransientError
from typing import Any


BATCH = 200
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Report:
    """What a reindex did: documents sent, paths that failed, seconds it took."""

    sent: int
    failed: tuple[str, ...]
    seconds: float


def reindex(site: Any, say: Callable[[str], None]) -> Report:
    """Send all of ``site`` in batches while the search stays up.

    Reads what is committed: each batch begins a new transaction.

    Documents of objects that are gone are taken away at the end, unless something
    failed: then what was there stays until the next run.

    :param say: takes a line of progress for each batch.
    :raises SolrError: Solr does not answer or refuses a batch; run again.
    """
    started = datetime.now(UTC).replace(microsecond=0)
    clock = time.monotonic()
    client = client_of(site)
    client.create_core()
    paths = all_paths(site)
    failed: list[str] = []
    sent = 0
    for first in range(0, len(paths), BATCH):
        # What is sent is what stands now, not what stood when the run began.
        transaction.begin()
        documents, troubled = _documents(site, paths[first : first + BATCH])
        refused = {each.uid for each in send(client, documents)}
        sent += len(documents) - len(refused)
        failed += troubled
        failed += [str(each["path"]) for each in documents if each["UID"] in refused]
        say(_progress(first + BATCH, len(paths), time.monotonic() - clock))
        # What was read is not needed any more: memory stays flat.
        site._p_jar.cacheGC()
    if not failed:
        # What is left of what was deleted meanwhile keeps older writers out.
        SolrRecords(client).erase(f"+indexed_at:[* TO {moment(started)}}} -gone:true")
    return Report(sent, tuple(failed), time.monotonic() - clock)


def _documents(
    site: Any, paths: list[str]
) -> tuple[list[dict[str, object]], list[str]]:
    documents = []
    failed = []
    for path, obj in objects_at(site, paths):
        try:
            documents.append(document_of(obj))
        except TransientError:
            raise
        # An indexer of any solution may fail in any way; the others go on.
        except Exception:
            logger.exception("No search document of %s", path)
            failed.append(path)
    return documents, failed


def _progress(reached: int, total: int, seconds: float) -> str:
    done = min(reached, total)
    left = seconds / done * (total - done)
    return f"{done} / {total} objets indexés, encore {left:.0f} s"
