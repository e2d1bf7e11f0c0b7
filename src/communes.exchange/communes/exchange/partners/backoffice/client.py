"""Talks to the API of the back office: token, JSON, its own errors."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.jobs.errors import Unavailable
from communes.exchange.outbox.connectors.errors import Refused
from communes.exchange.peers.domain.peer import Peer
from contextlib import contextmanager
import datetime
import requests


CONNECT_SECONDS = 3
ANSWER_SECONDS = 20
PAGE = 50
#: What it will answer again as long as the request is the same.
FINAL = frozenset({400, 404, 409, 422})


def inscribe(peer: Peer, fields: Mapping[str, object]) -> dict[str, object]:
    """Have a commitment inscribed; return what the back office made of it.

    :raises Refused: it will not, and says why.
    :raises Unavailable: it is silent, or our token opens nothing: later.
    """
    with _asked("POST", peer, "engagements", json=dict(fields)) as answer:
        if answer.status_code in FINAL:
            raise Refused(name=peer.title, problem=_said(answer))
        if answer.status_code not in (200, 201):
            raise Unavailable(f"{peer.title}: {answer.status_code} {_said(answer)}")
        return _object(peer, answer)


def mutations(peer: Peer, after: int) -> tuple[list[dict[str, object]], bool]:
    """Return the mutations that follow a number, and whether there are more.

    :raises Unavailable: it is silent, or says something else.
    """
    asked = {"depuis": after, "nb": PAGE}
    with _asked("GET", peer, "mutations", params=asked) as answer:
        if answer.status_code != 200:
            raise Unavailable(f"{peer.title}: {answer.status_code} {_said(answer)}")
        found = _object(peer, answer)
    rows = found.get("Mutations")
    if not isinstance(rows, list) or not all(isinstance(one, dict) for one in rows):
        raise Unavailable(f"{peer.title}: la liste des mutations est illisible")
    return rows, found.get("Suite") is True


def state(peer: Peer) -> str:
    """Return what stands in the way of asking it anything; empty if nothing."""
    try:
        with _asked("GET", peer, "etat") as answer:
            return "" if answer.status_code == 200 else _said(answer)
    except Unavailable as error:
        return str(error)


@contextmanager
def _asked(
    method: str, peer: Peer, noun: str, **sent: object
) -> Iterator[requests.Response]:
    token = peer.signing_key(datetime.date.today())
    if token is None:
        raise Unavailable(f"{peer.title}: aucun jeton n'est entré pour lui")
    try:
        with requests.request(
            method,
            f"{peer.address.rstrip('/')}/{noun}",
            headers={"X-Api-Token": token.secret, "Accept": "application/json"},
            timeout=(CONNECT_SECONDS, ANSWER_SECONDS),
            allow_redirects=False,
            **sent,
        ) as answer:
            yield answer
    except requests.RequestException as error:
        raise Unavailable(f"{peer.title}: {type(error).__name__}") from error


def _object(peer: Peer, answer: requests.Response) -> dict[str, object]:
    try:
        found = answer.json()
    except ValueError as error:
        raise Unavailable(f"{peer.title}: sa réponse n'est pas du JSON") from error
    if not isinstance(found, dict):
        raise Unavailable(f"{peer.title}: sa réponse n'est pas un objet")
    return found


def _said(answer: requests.Response) -> str:
    """Return its own words: a code and a sentence."""
    try:
        found = answer.json()
    except ValueError:
        found = None
    if not isinstance(found, dict):
        return f"réponse {answer.status_code}"
    return f"{found.get('Libelle', '')} ({found.get('Erreur', '')})"[:300]
