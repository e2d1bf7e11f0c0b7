"""The door to the peers of a site."""

from collections.abc import Mapping
from communes.exchange.peers import storage
from communes.exchange.peers.domain.errors import SignatureRefused
from communes.exchange.peers.domain.errors import UnknownPeer
from communes.exchange.peers.domain.peer import Key
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.peers.domain.signature import key_id
from communes.exchange.peers.domain.signature import verify
import datetime
from plone.registry.interfaces import IRegistry
import secrets
import time
from typing import Any
from zope.component import getUtility
from zope.component.hooks import getSite
from zope.component.hooks import setSite


def own_name(site: Any) -> str:
    """Return how this site is named to its peers: ``<slug of the commune>/<site>``."""
    # A utility of a site is found only from within it.
    here = getSite()
    setSite(site)
    try:
        slug = getUtility(IRegistry).get("communes.core.slug", "")
    finally:
        setSite(here)
    return f"{slug or 'commune'}/{site.getId()}".lower()


def peers(site: Any) -> tuple[Peer, ...]:
    """Return the peers of the site, by name."""
    return storage.all_peers(site)


def peer(site: Any, name: str) -> Peer:
    """Return the peer of that name.

    :raises UnknownPeer: it is not declared.
    """
    found = storage.find_peer(site, name)
    if found is None:
        raise UnknownPeer(name=name)
    return found


def declare(site: Any, wanted: Peer) -> bool:
    """Declare a peer or change its declaration; return whether anything changed.

    A declaration without keys keeps the keys the pair already has.
    """
    present = storage.find_peer(site, wanted.name)
    if present is not None and not wanted.keys:
        wanted = _with_keys(wanted, present.keys)
    if wanted == present:
        return False
    storage.save_peer(site, wanted)
    return True


def forget(site: Any, name: str) -> None:
    """Take a declaration away; what waits for the peer stays and waits."""
    storage.drop_peer(site, name)


def new_key(site: Any, name: str, today: datetime.date) -> Key:
    """Make a key that signs from now on, and return it: it is shown this once only.

    The present keys open for seven more days, time for the other side to change.

    :raises UnknownPeer: the peer is not declared.
    """
    found = peer(site, name)
    used = {one.id for one in found.keys}
    numbers = (f"{own_name(site)}:{number}" for number in range(1, 10_000))
    made = Key(next(id for id in numbers if id not in used), secrets.token_urlsafe(32))
    storage.save_peer(site, found.rotated(made, today))
    return made


def add_key(site: Any, name: str, key: Key, today: datetime.date) -> None:
    """Put a key the other side made in use, as ``new_key`` does.

    :raises UnknownPeer: the peer is not declared.
    """
    storage.save_peer(site, peer(site, name).rotated(key, today))


def authenticate(
    site: Any, method: str, headers: Mapping[str, str], body: bytes
) -> Peer:
    """Return the peer that signed a request.

    :param headers: names in lower case.
    :raises SignatureRefused: nobody known did, or not now, or not this content.
    """
    id, today = key_id(headers), datetime.date.today()
    for found in storage.all_peers(site):
        key = found.key(id, today)
        if key is not None:
            verify(method, headers, body, key, int(time.time()))
            return found
    raise SignatureRefused


def _with_keys(wanted: Peer, keys: tuple[Key, ...]) -> Peer:
    return Peer(
        wanted.name,
        wanted.title,
        wanted.connector,
        wanted.address,
        wanted.sends,
        wanted.receives,
        keys,
    )
