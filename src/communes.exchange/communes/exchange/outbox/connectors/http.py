"""Brings a message to the inbox of another house by a signed HTTP request."""

from collections.abc import Iterator
from communes.core.jobs.errors import Unavailable
from communes.exchange.attachments.domain.attachment import LARGEST_BYTES
from communes.exchange.messages.domain.envelope import MEDIA_TYPE
from communes.exchange.outbox.connectors.errors import NotThere
from communes.exchange.outbox.connectors.errors import Refused
from communes.exchange.outbox.interfaces import IConnector
from communes.exchange.peers.domain.peer import Key
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.peers.domain.signature import sign
from communes.exchange.peers.domain.signature import sign_asking
from contextlib import contextmanager
import datetime
import requests
import time
from typing import Any
from zope.interface import implementer


CONNECT_SECONDS = 3
ANSWER_SECONDS = 15
#: The longest a file may take in all; a peer that drips keeps no worker longer.
FILE_SECONDS = 120
#: The peer read the message and will answer the same the next time.
FINAL = frozenset({400, 404, 409, 413, 415, 422})
INBOX = "@exchange-inbox"
FILES = "@exchange-files"
_PIECE = 64 * 1024


@implementer(IConnector)
class Http:
    """Posts CloudEvents JSON; follows no redirection, which would lead elsewhere."""

    needs_key = True

    def deliver(self, site: Any, peer: Peer, text: str) -> None:
        """See ``IConnector``."""
        with _posted(peer, text.encode("utf-8")) as answer:
            said = _said(answer)
            # A proxy that knows no such address has read nothing: the peer is away.
            if answer.status_code in FINAL and said:
                raise Refused(name=peer.title, problem=said)
            if answer.status_code != 202:
                raise Unavailable(f"{peer.name}: {answer.status_code} {said}".strip())

    def fetch(self, site: Any, peer: Peer, sha256: str) -> bytes:
        """See ``IConnector``."""
        key = _signing_key(peer)
        address = f"{peer.address.removesuffix(INBOX).rstrip('/')}/{FILES}/{sha256}"
        headers = sign_asking(sha256, key, int(time.time()))
        with _asked("GET", peer, address, headers) as answer:
            if answer.status_code == 404 and _said(answer):
                raise NotThere(name=peer.title, sha256=sha256)
            if answer.status_code != 200:
                raise Unavailable(f"{peer.name}: {answer.status_code} {_said(answer)}")
            return _content(peer, answer)

    def check(self, peer: Peer) -> str:
        """See ``IConnector``; an empty content is refused only after the signature."""
        try:
            with _posted(peer, b"") as answer:
                if answer.status_code == 400:
                    return ""
                return _said(answer) or f"réponse {answer.status_code}"
        except Unavailable as error:
            return str(error)


def _posted(peer: Peer, body: bytes) -> Any:
    signed = sign("POST", MEDIA_TYPE, body, _signing_key(peer), int(time.time()))
    headers = {"Content-Type": MEDIA_TYPE, **signed}
    return _asked("POST", peer, peer.address, headers, body)


@contextmanager
def _asked(
    method: str, peer: Peer, address: str, headers: dict[str, str], body: bytes = b""
) -> Iterator[requests.Response]:
    """Give the answer of the peer; whatever breaks meanwhile means: later."""
    try:
        with requests.request(
            method,
            address,
            data=body or None,
            headers={"Accept": "application/json", **headers},
            timeout=(CONNECT_SECONDS, ANSWER_SECONDS),
            allow_redirects=False,
            stream=True,
        ) as answer:
            yield answer
    except requests.RequestException as error:
        raise Unavailable(f"{peer.name}: {type(error).__name__}") from error


def _content(peer: Peer, answer: requests.Response) -> bytes:
    """Return what is given, never more than a file may be."""
    found, limit = bytearray(), time.monotonic() + FILE_SECONDS
    for piece in answer.iter_content(_PIECE):
        found += piece
        if len(found) > LARGEST_BYTES or time.monotonic() > limit:
            raise Unavailable(f"{peer.name}: fichier trop grand ou trop lent")
    return bytes(found)


def _signing_key(peer: Peer) -> Key:
    found = peer.signing_key(datetime.date.today())
    if found is None:
        raise Unavailable(f"{peer.name}: aucune clé valable ne signe pour lui")
    return found


def _said(answer: requests.Response) -> str:
    """Return what the peer said, short enough for a list; empty when it is not JSON."""
    try:
        said = answer.json()
    except ValueError:
        return ""
    if isinstance(said, dict) and isinstance(said.get("error"), dict):
        said = said["error"]
    message = said.get("message") if isinstance(said, dict) else None
    return str(message or "")[:500]
