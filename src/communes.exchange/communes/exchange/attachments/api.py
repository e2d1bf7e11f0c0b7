"""The door to the files that go with messages."""

from collections.abc import Mapping
from communes.exchange.attachments.domain.attachment import Attachment
from communes.exchange.attachments.domain.attachment import attachments_in
from communes.exchange.attachments.domain.attachment import check_content
from communes.exchange.attachments.domain.attachment import LARGEST_BYTES
from communes.exchange.attachments.domain.attachment import sum_of
from communes.exchange.attachments.domain.errors import AttachmentInvalid
from communes.exchange.attachments.domain.errors import AttachmentMissing
from communes.exchange.attachments.domain.errors import AttachmentWrong
from communes.exchange.attachments.domain.errors import FileNotGiven
from communes.exchange.attachments.storage import files_of
from communes.exchange.attachments.storage import Kept
from communes.exchange.outbox.connectors.errors import NotThere
from communes.exchange.outbox.connectors.registry import connector_of
from communes.exchange.peers.api import peer as peer_named
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.interfaces import INamedBlobFile
import time
from typing import Any


def attach(
    site: Any, data_or_blob: bytes | NamedBlobFile, filename: str, content_type: str
) -> Attachment:
    """Keep a file for the peers that will get a message referring to it.

    Put ``dataclasses.asdict`` of what is returned anywhere into a body; a peer to
    which such a body is sent may fetch the file, and nobody else. Twice the same
    content is kept once.

    :param data_or_blob: the content, or a blob file whose content is copied.
    :return: what a message says of the file.
    :raises AttachmentInvalid: it is too large, or has no name.
    """
    data = _content(data_or_blob, filename)
    made = Attachment(sum_of(data), len(data), filename, content_type)
    own = files_of(site).own
    if made.sha256 not in own:
        own[made.sha256] = Kept(NamedBlobFile(data, content_type, filename))
    else:
        own[made.sha256].moment = time.time()
    return made


def give_with(site: Any, name: str, body: Mapping[str, object]) -> None:
    """Let a peer fetch the files that a body sent to it refers to.

    :raises AttachmentMissing: one was never attached.
    :raises AttachmentInvalid: a reference can not be one of a file.
    """
    files, now = files_of(site), time.time()
    for found in attachments_in(body):
        if found.sha256 not in files.own:
            raise AttachmentMissing(filename=found.filename)
        files.given[name, found.sha256] = now


def given_file(site: Any, name: str, sha256: str) -> NamedBlobFile:
    """Return a file that goes with a message sent to that very peer.

    :raises FileNotGiven: none of that sum does.
    """
    files = files_of(site)
    kept = files.own.get(sha256)
    if kept is None or (name, sha256) not in files.given:
        raise FileNotGiven(sha256=sha256)
    return kept.file


def fetch(site: Any, peer: str, sha256: str) -> NamedBlobFile:
    """Return a file that goes with a message of a peer, fetched if it is not here yet.

    A receiver (``IMessageReceiver``) always finds it here: a message is only handed
    over when its files have come.

    :param peer: the name of the peer, ``Envelope.sender`` for a receiver.
    :raises UnknownPeer: it is not declared.
    :raises AttachmentMissing: it has no such file for us.
    :raises AttachmentWrong: it gave another content.
    :raises Unavailable: it is silent: later.
    """
    kept = files_of(site).received.get((peer, sha256))
    if kept is not None:
        return kept.file
    data = _bring(site, peer, sha256, sha256)
    if sum_of(data) != sha256:
        raise AttachmentWrong(
            filename=sha256, problem="sa somme SHA-256 n'est pas celle demandée"
        )
    return _keep(site, peer, Attachment(sha256, len(data), sha256, ""), data)


def fetch_all(site: Any, peer: str, body: Mapping[str, object]) -> None:
    """Fetch every file that a body of a peer refers to and that is not here yet.

    Raises as ``fetch``; :raises AttachmentInvalid: a reference can not be one.
    """
    received = files_of(site).received
    for found in attachments_in(body):
        kept = received.get((peer, found.sha256))
        if kept is not None:
            kept.moment = time.time()
            continue
        data = _bring(site, peer, found.sha256, found.filename)
        check_content(found, data)
        _keep(site, peer, found, data)


def _bring(site: Any, name: str, sha256: str, filename: str) -> bytes:
    found = peer_named(site, name)
    try:
        return connector_of(found).fetch(site, found, sha256)
    except NotThere as error:
        raise AttachmentMissing(filename=filename) from error


def _keep(site: Any, name: str, said: Attachment, data: bytes) -> NamedBlobFile:
    file = NamedBlobFile(data, said.content_type, said.filename)
    files_of(site).received[name, said.sha256] = Kept(file)
    return file


def _content(given: bytes | NamedBlobFile, filename: str) -> bytes:
    size = given.getSize() if INamedBlobFile.providedBy(given) else len(given)
    if size > LARGEST_BYTES:
        raise AttachmentInvalid(
            filename=filename, problem=f"il dépasse {LARGEST_BYTES} octets"
        )
    return given.data if INamedBlobFile.providedBy(given) else bytes(given)
