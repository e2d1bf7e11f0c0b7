"""A peer for developers: says what it gets in the log, and takes everything."""

from communes.exchange.outbox.connectors.errors import NotThere
from communes.exchange.outbox.interfaces import IConnector
from communes.exchange.peers.domain.peer import Peer
import logging
from typing import Any
from zope.interface import implementer


logger = logging.getLogger(__name__)


@implementer(IConnector)
class Console:
    """Delivers to the log."""

    needs_key = False

    def deliver(self, site: Any, peer: Peer, text: str) -> None:
        """See ``IConnector``."""
        logger.info("%s <- %s", peer.name, text)

    def fetch(self, site: Any, peer: Peer, sha256: str) -> bytes:
        """See ``IConnector``; a console has no files."""
        raise NotThere(name=peer.title, sha256=sha256)

    def check(self, peer: Peer) -> str:
        """See ``IConnector``."""
        return ""
