"""Brings a message to another site of this house, in the same transaction."""

from communes.core.errors.domain import DomainError
from communes.core.jobs.errors import Unavailable
from communes.exchange.inbox.api import accept
from communes.exchange.outbox.connectors.errors import Refused
from communes.exchange.outbox.interfaces import IConnector
from communes.exchange.peers.api import own_name
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.peers.storage import find_peer
from typing import Any
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.interface import implementer


@implementer(IConnector)
class Loopback:
    """The receiver keeps the message when the sender notes it as arrived, or neither.

    What the pair agreed on is asked of the receiver, as over HTTP.
    """

    def deliver(self, site: Any, peer: Peer, text: str) -> None:
        """See ``IConnector``."""
        target = _site_at(site, peer.address)
        if target is None:
            raise Unavailable(f"{peer.name}: aucun site à {peer.address}")
        sender, here = own_name(site), getSite()
        setSite(target)
        try:
            known = find_peer(target, sender)
            if known is None:
                raise Unavailable(f"{peer.name} ne connaît pas « {sender} »")
            accept(target, known, text)
        except DomainError as error:
            raise Refused(name=peer.title, problem=str(error)) from error
        finally:
            setSite(here)

    def check(self, peer: Peer) -> str:
        """See ``IConnector``."""
        found = _site_at(getSite(), peer.address)
        return "" if found is not None else f"aucun site à {peer.address}"


def _site_at(site: Any, path: str) -> Any | None:
    return site.getPhysicalRoot().unrestrictedTraverse(path, None)
