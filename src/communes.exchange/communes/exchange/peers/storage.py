"""The peers of a site, kept on the site; no service and no page ever shows a secret."""

from communes.exchange.peers.domain.peer import Key
from communes.exchange.peers.domain.peer import Peer
from dataclasses import asdict
from persistent.mapping import PersistentMapping
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.exchange.peers"


def all_peers(site: Any) -> tuple[Peer, ...]:
    """Return the declared peers, by name."""
    kept = IAnnotations(site).get(KEY, {})
    return tuple(_peer(kept[name]) for name in sorted(kept))


def find_peer(site: Any, name: str) -> Peer | None:
    """Return the peer of that name, or None."""
    data = IAnnotations(site).get(KEY, {}).get(name)
    return None if data is None else _peer(data)


def save_peer(site: Any, peer: Peer) -> None:
    """Keep a peer under its name; the one that was there is replaced."""
    kept = IAnnotations(site).setdefault(KEY, PersistentMapping())
    data = asdict(peer)
    data["sends"], data["receives"] = sorted(peer.sends), sorted(peer.receives)
    kept[peer.name] = data


def drop_peer(site: Any, name: str) -> None:
    """Forget a peer, if it is known."""
    IAnnotations(site).get(KEY, {}).pop(name, None)


def _peer(data: dict) -> Peer:
    return Peer(
        **{
            **data,
            "sends": frozenset(data["sends"]),
            "receives": frozenset(data["receives"]),
            "keys": tuple(Key(**key) for key in data["keys"]),
        }
    )
