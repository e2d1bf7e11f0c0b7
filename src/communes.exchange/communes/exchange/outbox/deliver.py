"""Brings the lanes of the outbox to their peers, each in its order."""

from communes.core.jobs.api import intend
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IIntentHandler
from communes.exchange.lanes.domain.state import ready
from communes.exchange.lanes.domain.state import State
from communes.exchange.lanes.storage import Lanes
from communes.exchange.lanes.storage import lanes_of
from communes.exchange.lanes.storage import Place
from communes.exchange.outbox.api import DELIVER
from communes.exchange.outbox.api import KEY
from communes.exchange.outbox.connectors.errors import Refused
from communes.exchange.outbox.connectors.registry import connector_of
from communes.exchange.outbox.interfaces import IConnector
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.peers.storage import find_peer
import time
from typing import Any
from zope.interface import implementer


#: Messages of one lane in one transaction: a crash repeats no more than these.
BATCH = 20


@implementer(IIntentHandler)
class Deliver:
    """Sends what is ready of each lane; a silent peer keeps nobody else waiting."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Bring the lanes of ``intents`` on; their key is name and subject."""
        silent: dict[str, str] = {}
        outcomes = []
        for intent in intents:
            name, _break, subject = intent.key.partition("\n")
            if name not in silent:
                silent.update(_bring(site, name, subject))
            reason = silent.get(name)
            state = OutcomeState.DONE if reason is None else OutcomeState.WAIT
            outcomes.append(Outcome(intent.key, state, reason or ""))
        return outcomes


def _bring(site: Any, name: str, subject: str) -> dict[str, str]:
    """Deliver what is ready of a lane; return the peer and why, if it is silent."""
    peer = find_peer(site, name)
    if peer is None:
        return {name: "le correspondant n'est pas déclaré"}
    try:
        connector = connector_of(peer)
    except Unavailable as error:
        return {name: str(error)}
    lanes = lanes_of(site, KEY)
    numbers = ready(lanes.line(name, subject), BATCH)
    for number in numbers:
        try:
            passed = _one(site, lanes, connector, peer, Place(name, subject, number))
        except Unavailable as error:
            return {name: str(error)}
        if not passed:
            return {}
    if len(numbers) == BATCH:
        intend(DELIVER, f"{name}\n{subject}", {})
    return {}


def _one(
    site: Any, lanes: Lanes, connector: IConnector, peer: Peer, place: Place
) -> bool:
    kept = lanes.get(place)
    try:
        connector.deliver(site, peer, kept.text)
    except Refused as refusal:
        lanes.settle(place, State.REFUSED, time.time(), str(refusal))
        return False
    lanes.settle(place, State.DONE, time.time(), "")
    return True
