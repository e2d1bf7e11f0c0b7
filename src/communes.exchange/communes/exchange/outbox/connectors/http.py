"""Brings a message to the inbox of another house by a signed HTTP request."""

from communes.core.jobs.errors import Unavailable
from communes.exchange.messages.domain.envelope import MEDIA_TYPE
from communes.exchange.outbox.connectors.errors import Refused
from communes.exchange.outbox.interfaces import IConnector
from communes.exchange.peers.domain.peer import Key
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.peers.domain.signature import sign
import datetime
import requests
import time
from typing import Any
from zope.interface import implementer


CONNECT_SECONDS = 3
ANSWER_SECONDS = 15
#: The peer read the message and will answer the same the next time.
FINAL = frozenset({400, 404, 409, 413, 415, 422})


@implementer(IConnector)
class Http:
    """Posts CloudEvents JSON; follows no redirection, which would lead elsewhere."""

    def deliver(self, site: Any, peer: Peer, text: str) -> None:
        """See ``IConnector``."""
        answer = _post(peer, text.encode("utf-8"))
        if answer.status_code in FINAL:
            raise Refused(name=peer.title, problem=_sentence(answer))
        if not 200 <= answer.status_code < 300:
            raise Unavailable(f"{peer.name}: {answer.status_code} {_sentence(answer)}")

    def check(self, peer: Peer) -> str:
        """See ``IConnector``; an empty content is refused only after the signature."""
        try:
            answer = _post(peer, b"")
        except Unavailable as error:
            return str(error)
        return "" if answer.status_code == 400 else _sentence(answer)


def _post(peer: Peer, body: bytes) -> requests.Response:
    key = _signing_key(peer)
    headers = {
        "Content-Type": MEDIA_TYPE,
        "Accept": "application/json",
        **sign("POST", MEDIA_TYPE, body, key, int(time.time())),
    }
    try:
        return requests.post(
            peer.address,
            data=body,
            headers=headers,
            timeout=(CONNECT_SECONDS, ANSWER_SECONDS),
            allow_redirects=False,
        )
    except requests.RequestException as error:
        raise Unavailable(f"{peer.name}: {type(error).__name__}") from error


def _signing_key(peer: Peer) -> Key:
    found = peer.signing_key(datetime.date.today())
    if found is None:
        raise Unavailable(f"{peer.name}: aucune clé valable ne signe pour lui")
    return found


def _sentence(answer: requests.Response) -> str:
    """Return what the peer said, short enough for a list."""
    try:
        said = answer.json()
    except ValueError:
        return f"réponse {answer.status_code}"
    message = said.get("message") if isinstance(said, dict) else None
    return str(message or f"réponse {answer.status_code}")[:500]
