"""Which connector reaches a peer."""

from communes.core.jobs.errors import Unavailable
from communes.exchange.outbox.interfaces import IConnector
from communes.exchange.peers.domain.peer import Peer
from zope.component import queryUtility


def connector_of(peer: Peer) -> IConnector:
    """Return the connector a peer is reached by.

    :raises Unavailable: this machine has none of that name: what is said waits.
    """
    found = queryUtility(IConnector, name=peer.connector)
    if found is None:
        raise Unavailable(f"le connecteur « {peer.connector} » n'existe pas ici")
    return found
