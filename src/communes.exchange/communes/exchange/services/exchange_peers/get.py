"""``GET @exchange-peers``: every peer and how it is; never a secret."""

from communes.exchange.backlog.api import Sending
from communes.exchange.backlog.api import sendings
from communes.exchange.peers.states import peer_states
from communes.exchange.peers.states import PeerState
from datetime import datetime
from datetime import UTC
from plone.restapi.services import Service
from typing import Any


class ExchangePeersGet(Service):
    """The declarations, with the ids of the keys and the days they end."""

    def reply(self) -> dict[str, Any]:
        under_way = sendings(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@exchange-peers",
            "items": [
                _shown(one, under_way.get(one.peer.name))
                for one in peer_states(self.context)
            ],
        }


def _shown(found: PeerState, sending: Sending | None) -> dict[str, Any]:
    peer, health = found.peer, found.health
    return {
        "name": peer.name,
        "title": peer.title,
        "connector": peer.connector,
        "address": peer.address,
        "sends": sorted(peer.sends),
        "receives": sorted(peer.receives),
        "keys": [
            {"id": key.id, "ends": key.ends.isoformat() if key.ends else None}
            for key in peer.keys
        ],
        "needs_key": found.needs_key,
        "answered": _moment(health.answered),
        "silent_since": _moment(health.since),
        "problem": health.problem,
        "sending": None
        if sending is None
        else {
            "state": sending.state.value,
            "done": sending.done,
            "total": sending.total,
        },
    }


def _moment(seconds: float) -> str | None:
    return datetime.fromtimestamp(seconds, UTC).isoformat() if seconds else None
