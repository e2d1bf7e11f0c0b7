"""Does what the messages of the inbox say, each lane in its order."""

from communes.core.errors.domain import DomainError
from communes.core.jobs.api import intend
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IIntentHandler
from communes.exchange.attachments.api import fetch_all
from communes.exchange.inbox.api import APPLY
from communes.exchange.inbox.api import KEY
from communes.exchange.inbox.errors import NobodyListens
from communes.exchange.lanes.domain.state import ready
from communes.exchange.lanes.domain.state import State
from communes.exchange.lanes.storage import lanes_of
from communes.exchange.lanes.storage import Place
from communes.exchange.messages.api import receiver_of
from communes.exchange.messages.domain.envelope import from_json
import logging
import time
import transaction
from transaction.interfaces import TransientError
from typing import Any
from zope.interface import implementer


#: Messages of one lane in one transaction.
BATCH = 20
logger = logging.getLogger(__name__)


@implementer(IIntentHandler)
class Apply:
    """Hands each message to who listens; a bad one stops its own subject only."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Do what is ready of the lanes of ``intents``."""
        return [self._lane(site, intent) for intent in intents]

    def _lane(self, site: Any, intent: Intent) -> Outcome:
        name, _break, subject = intent.key.partition("\n")
        numbers = ready(lanes_of(site, KEY).line(name, subject), BATCH)
        for number in numbers:
            try:
                if not _do(site, Place(name, subject, number)):
                    return Outcome(intent.key)
            except Unavailable as error:
                return Outcome(intent.key, OutcomeState.WAIT, str(error))
        if len(numbers) == BATCH:
            intend(APPLY, intent.key, {})
        return Outcome(intent.key)


def _do(site: Any, place: Place) -> bool:
    """Do one message, whole or not at all; return whether the next one may go."""
    lanes = lanes_of(site, KEY)
    kept = lanes.get(place)
    before = transaction.savepoint(optimistic=True)
    try:
        receiver = receiver_of(kept.kind)
        if receiver is None:
            raise NobodyListens(kind=kept.kind)
        envelope = from_json(kept.text)
        fetch_all(site, place.name, envelope.body)
        receiver.receive(site, envelope)
    except (TransientError, Unavailable):
        before.rollback()
        raise
    except DomainError as error:
        before.rollback()
        lanes.settle(place, State.REFUSED, time.time(), str(error))
        return False
    # A receiver of any solution may fail in any way; the other subjects go on.
    except Exception as error:
        logger.exception("%s: message %s failed", place.name, kept.id)
        before.rollback()
        lanes.settle(place, State.REFUSED, time.time(), repr(error)[:500])
        return False
    lanes.settle(place, State.DONE, time.time(), "")
    return True
