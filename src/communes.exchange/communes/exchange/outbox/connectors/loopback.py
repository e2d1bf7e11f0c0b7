"""Brings a message to another site of this house, in the same transaction."""

from collections.abc import Iterator
from communes.core.errors.domain import DomainError
from communes.core.jobs.errors import Unavailable
from communes.exchange.attachments.api import given_file
from communes.exchange.attachments.domain.errors import FileNotGiven
from communes.exchange.inbox.api import accept
from communes.exchange.outbox.connectors.errors import NotThere
from communes.exchange.outbox.connectors.errors import Refused
from communes.exchange.outbox.interfaces import IConnector
from communes.exchange.peers.api import own_name
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.peers.storage import find_peer
from contextlib import contextmanager
from typing import Any
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.interface import implementer


@implementer(IConnector)
class Loopback:
    """The receiver keeps the message when the sender notes it as arrived, or neither.

    What the pair agreed on is asked of the receiver, as over HTTP.
    """

    needs_key = False

    def deliver(self, site: Any, peer: Peer, text: str) -> None:
        """See ``IConnector``."""
        with _at(site, peer) as (target, known):
            try:
                accept(target, known, text)
            except DomainError as error:
                raise Refused(name=peer.title, problem=str(error)) from error

    def fetch(self, site: Any, peer: Peer, sha256: str) -> bytes:
        """See ``IConnector``."""
        with _at(site, peer) as (target, known):
            try:
                return given_file(target, known.name, sha256).data
            except FileNotGiven as error:
                raise NotThere(name=peer.title, sha256=sha256) from error

    def check(self, peer: Peer) -> str:
        """See ``IConnector``."""
        try:
            with _at(getSite(), peer):
                return ""
        except Unavailable as error:
            return str(error)


@contextmanager
def _at(site: Any, peer: Peer) -> Iterator[tuple[Any, Peer]]:
    """Work at the site of the peer, with what it calls us.

    :raises Unavailable: there is no such site, or it does not know us.
    """
    target = site.getPhysicalRoot().unrestrictedTraverse(peer.address, None)
    if target is None:
        raise Unavailable(f"{peer.name} : aucun site à {peer.address}")
    sender, here = own_name(site), getSite()
    setSite(target)
    try:
        known = find_peer(target, sender)
        if known is None:
            raise Unavailable(f"{peer.name} ne connaît pas « {sender} »")
        yield target, known
    finally:
        setSite(here)
