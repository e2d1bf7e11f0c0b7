"""How the peers of a site are, for whoever looks after them."""

from communes.core.jobs.errors import Unavailable
from communes.core.journal.api import record
from communes.exchange.outbox.connectors.registry import connector_of
from communes.exchange.outbox.interfaces import IConnector
from communes.exchange.peers import api
from communes.exchange.peers.domain.peer import Key
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.peers.health import Health
from communes.exchange.peers.health import health_of
from dataclasses import dataclass
import datetime
from typing import Any
from zope.component import queryUtility


@dataclass(frozen=True)
class PeerState:
    """A peer, how it is, and whether it lacks a key that signs today."""

    peer: Peer
    health: Health
    needs_key: bool


def peer_states(site: Any) -> list[PeerState]:
    """Return the peers of a site and how they are, by name."""
    today = datetime.date.today()
    return [
        PeerState(
            one,
            health_of(site, one.name),
            _needs_key(one) and one.signing_key(today) is None,
        )
        for one in api.peers(site)
    ]


def _needs_key(peer: Peer) -> bool:
    connector = queryUtility(IConnector, name=peer.connector)
    return connector is not None and bool(connector.needs_key)


def check(site: Any, name: str) -> str:
    """Return what would stand in the way of a delivery now; empty if nothing.

    Talks to the peer, and changes nothing there nor here.

    :raises UnknownPeer: it is not declared.
    """
    found = api.peer(site, name)
    try:
        return str(connector_of(found).check(found))
    except Unavailable as error:
        return str(error)


def new_key(site: Any, name: str) -> Key:
    """Make a key for a pair, as ``peers.api.new_key``, and journal it without it.

    :raises UnknownPeer: the peer is not declared.
    """
    made = api.new_key(site, name, datetime.date.today())
    record("exchange.key.new", name, key=made.id)
    return made
