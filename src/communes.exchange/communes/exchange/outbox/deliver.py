"""Brings the lanes of the outbox to their peers, each in its order."""

from communes.core.errors.domain import DomainError
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
from communes.exchange.outbox.connectors.registry import connector_of
from communes.exchange.outbox.interfaces import IConnector
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.peers.health import note_health
from communes.exchange.peers.storage import find_peer
import logging
import time
import transaction
from transaction.interfaces import TransientError
from typing import Any
from zope.interface import implementer


#: Messages of one lane in one transaction: a crash repeats no more than these.
BATCH = 20
logger = logging.getLogger(__name__)


@implementer(IIntentHandler)
class Deliver:
    """Sends what is ready of each lane; a silent peer keeps nobody else waiting."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Bring the lanes of ``intents`` on; their key is name and subject."""
        silent: dict[str, str] = {}
        reached: set[str] = set()
        outcomes = []
        for intent in intents:
            name, _break, subject = intent.key.partition("\n")
            if name not in silent:
                try:
                    if _bring(site, name, subject):
                        reached.add(name)
                except Unavailable as error:
                    silent[name] = str(error)
            reason = silent.get(name)
            state = OutcomeState.DONE if reason is None else OutcomeState.WAIT
            outcomes.append(Outcome(intent.key, state, reason or ""))
        for name in reached | silent.keys():
            note_health(site, name, silent.get(name, ""))
        return outcomes


def _bring(site: Any, name: str, subject: str) -> bool:
    """Deliver what is ready of a lane; return whether there was anything.

    :raises Unavailable: the peer is silent; what it took before stays taken.
    """
    peer = find_peer(site, name)
    if peer is None:
        raise Unavailable(f"« {name} » n'est plus déclaré")
    connector = connector_of(peer)
    lanes = lanes_of(site, KEY)
    numbers = ready(lanes.line(name, subject), BATCH)
    for number in numbers:
        if not _one(site, lanes, connector, peer, Place(name, subject, number)):
            return True
    if len(numbers) == BATCH:
        intend(DELIVER, f"{name}\n{subject}", {})
    return bool(numbers)


def _one(
    site: Any, lanes: Lanes, connector: IConnector, peer: Peer, place: Place
) -> bool:
    """Bring one message, whole or not at all; return whether the next one may go."""
    kept = lanes.get(place)
    before = transaction.savepoint(optimistic=True)
    try:
        connector.deliver(site, peer, kept.text)
    except (TransientError, Unavailable):
        before.rollback()
        raise
    except DomainError as refusal:
        before.rollback()
        lanes.settle(place, State.REFUSED, time.time(), str(refusal))
        return False
    # A connector of any partner may fail in any way; the other subjects go on.
    except Exception as error:
        logger.exception("%s: message %s failed", place.name, kept.id)
        before.rollback()
        lanes.settle(place, State.REFUSED, time.time(), repr(error)[:500])
        return False
    lanes.settle(place, State.DONE, time.time(), "")
    return True
