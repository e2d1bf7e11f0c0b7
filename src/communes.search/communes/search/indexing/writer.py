"""Sends documents so that no older state ever replaces a newer one."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from communes.search.clients.errors import CoreMissing
from communes.search.clients.errors import SolrOvertaken
from communes.search.clients.errors import SolrRefused
from communes.search.clients.errors import SolrSilent
from communes.search.clients.records import SolrRecords
from communes.search.clients.solr import SolrClient
from communes.search.domain.document import moment
from communes.search.domain.versions import is_rights_alone
from communes.search.domain.versions import judge
from communes.search.domain.versions import Known
from communes.search.domain.versions import known
from communes.search.domain.versions import LOOKED_AT
from communes.search.domain.versions import stamped
from communes.search.domain.versions import tombstone
from communes.search.domain.versions import Verdict
from communes.search.domain.versions import VERSION
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
import json
from transaction.interfaces import TransientError
from typing import Any


Document = Mapping[str, object]
# A request of this many documents or bytes is answered well within its time.
MOST_DOCUMENTS = 500
MOST_BYTES = 8 << 20
ROUNDS = 10


class ReadTooEarly(TransientError):
    """Cause: rights newer than a document were put while it was being made.

    Cure: make it again, from what the database says now.
    """


@dataclass(frozen=True)
class Refusal:
    """A document that Solr does not accept, whatever comes with it."""

    uid: str
    reason: str


def send(
    client: SolrClient, documents: list[Document], fresh: bool = False
) -> list[Refusal]:
    """Put documents, tombstones and rights, each only if nothing newer is there.

    What is older than what is held is dropped without a word. One that Solr refuses
    holds up no other; its earlier state is taken away, so that nothing is found that
    may be wrong. Makes the core when there is none yet.

    :param fresh: whole documents for an index in the making: hardly one is there yet.
        They are sent as if none was, which Solr refuses for those that are, and looked
        at only then.
    :raises SolrSilent: no answer in time, or one that says that Solr is in trouble.
    :raises ReadTooEarly: begin a new transaction and make the documents again.
    """
    refusals: list[Refusal] = []
    for portion in _portions(documents):
        try:
            refusals += _put(client, portion, fresh)
        except CoreMissing:
            client.create_core()
            refusals += _put(client, portion)
    return refusals


def _portions(documents: list[Document]) -> Iterator[list[Document]]:
    portion: list[Document] = []
    size = 0
    for document in documents:
        length = sum(len(value) for value in _texts(document))
        if portion and (len(portion) >= MOST_DOCUMENTS or size + length > MOST_BYTES):
            yield portion
            portion, size = [], 0
        portion.append(document)
        size += length
    if portion:
        yield portion


def _texts(document: Document) -> Iterable[str]:
    return (value for value in document.values() if isinstance(value, str))


def _put(
    client: SolrClient, documents: list[Document], fresh: bool = False
) -> list[Refusal]:
    records = SolrRecords(client)
    for turn in range(ROUNDS):
        if fresh and not turn:
            wanted: list[tuple[Document, Known | None]]
            wanted = [(document, None) for document in documents]
        else:
            wanted = _wanted(records, documents)
        if not wanted:
            return []
        try:
            records.put(_encoded(wanted))
        except SolrOvertaken:
            continue
        except SolrRefused as error:
            return _apart(client, [document for document, _there in wanted], error)
        return []
    raise SolrSilent("others change the same documents all the time")


def _wanted(
    records: SolrRecords, documents: list[Document]
) -> list[tuple[Document, Known | None]]:
    found = records.now([str(each["UID"]) for each in documents], LOOKED_AT)
    wanted = []
    for document in documents:
        uid = str(document["UID"])
        there = known(found[uid]) if uid in found else None
        verdict = judge(there, document)
        if verdict is Verdict.READ_AGAIN:
            raise ReadTooEarly(uid)
        if verdict is Verdict.SEND:
            wanted.append((document, there))
    return wanted


def _encoded(wanted: list[tuple[Document, Known | None]]) -> Iterator[bytes]:
    for document, there in wanted:
        text = json.dumps(stamped(document, there), ensure_ascii=False)
        # Half a character, as a program may have stored it, is not to be sent.
        yield text.encode("utf-8", "replace")


def _apart(
    client: SolrClient, documents: list[Document], error: SolrRefused
) -> list[Refusal]:
    """Put the documents in halves, until the bad ones are alone."""
    if len(documents) == 1:
        return [_refused(client, documents[0], error)]
    middle = len(documents) // 2
    return _put(client, documents[:middle]) + _put(client, documents[middle:])


def _refused(client: SolrClient, document: Document, error: SolrRefused) -> Refusal:
    uid = str(document["UID"])
    if is_rights_alone(document) or "gone" in document:
        # Nothing of it comes from a person: it is Solr that is not as it should be.
        raise SolrSilent(f"Solr refuses what it should accept: {error}") from error
    version: Any = document[VERSION]
    _put(client, [tombstone(uid, version, moment(datetime.now(UTC)))])
    return Refusal(uid, str(error))
