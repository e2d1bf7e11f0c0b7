"""The worker's part: a mailing goes a batch at a time, between the other work."""

from communes.core.errors.domain import DomainError
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.mailing import storage
from communes.core.mailing.domain.letter import Sender
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.log import Log
from communes.core.mailing.log import log_of
from communes.core.mailing.mailings.api import start_mailing
from communes.core.mailing.mailings.interfaces import IMailings
from communes.core.mailing.mailings.queue import Queue
from communes.core.mailing.mailings.queue import queue_of
from communes.core.mailing.mailings.queue import Waiting
from communes.core.mailing.working import give
from communes.core.mailing.working import sender_of
import time
from typing import Any
from zope.component import queryUtility
from zope.interface import implementer


#: How long a batch may take and how many it looks at: others wait for the worker too.
BATCH_SECONDS = 1.0
BATCH = 200
MINUTE = 60.0


@implementer(IIntentHandler)
class SendingMailings:
    """Sends a batch of each mailing, then asks for the next one.

    The log says before and after each letter where it is, outside the transaction: a
    process that dies leaves one letter uncertain, and the next goes on behind it.
    """

    #: A mail server that was away is asked again this soon.
    longest_wait_seconds = 30.0

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Send some of each. :raises Unavailable: the server, or our own address."""
        sender = sender_of()
        return [self._one(site, intent, sender) for intent in intents]

    def _one(self, site: Any, intent: Intent, sender: Sender) -> Outcome:
        name, id = str(intent.payload["list"]), str(intent.payload["mailing"])
        known = queryUtility(IMailings, name=name.partition(":")[0])
        mailing = None if known is None else known.mailing(site, id)
        if mailing is None or not mailing.goes():
            return Outcome(intent.key)
        queue = queue_of(site)
        queue.begin(id, mailing.list, mailing.subject, mailing.recipients)
        queue.doubt(id)
        try:
            sent = _Batch(site, queue, log_of(site), mailing, sender).send(id)
        except DomainError as error:
            # What it is made of is gone or wrong: a person mends it, the letters wait.
            return Outcome(intent.key, OutcomeState.WAIT, str(error))
        return self._after(intent, queue, mailing, sent)

    def _after(self, intent: Intent, queue: Queue, mailing: Any, sent: int) -> Outcome:
        id = str(intent.payload["mailing"])
        counts = queue.counts(id)
        if not counts.get(Way.WAITING):
            mailing.over(counts)
            return Outcome(intent.key)
        if not sent:
            reason = "its pace, or servers that said « later »"
            return Outcome(intent.key, OutcomeState.WAIT, reason)
        start_mailing(mailing.list, id)
        return Outcome(intent.key)


class _Batch:
    """Some letters of one mailing, one after the other."""

    def __init__(
        self, site: Any, queue: Queue, log: Log, mailing: Any, sender: Sender
    ) -> None:
        self._site = site
        self._queue = queue
        self._log = log
        self._mailing = mailing
        self._sender = sender

    def send(self, id: str) -> int:
        """Send as many as time and pace allow; return how many were looked at."""
        until = time.monotonic() + BATCH_SECONDS
        done = 0
        for one in self._queue.next(id, self._room()):
            self._send(one)
            done += 1
            if time.monotonic() > until:
                break
        return done

    def _room(self) -> int:
        pace = self._mailing.per_minute
        if not pace:
            return BATCH
        since = time.time() - MINUTE
        gone = self._queue.handed_over_since(self._mailing.list, since)
        return min(max(pace - gone, 0), BATCH)

    def _send(self, waiting: Waiting) -> None:
        one = storage.find(self._site, waiting.subscriber)
        # Who left since it began, or whose address stopped working, gets nothing.
        if one is None or not one.gets_letters:
            self._log.settle(waiting.id, Way.DROPPED, "no subscriber any more")
            return
        letter = self._mailing.letter(one)
        payload = {"id": waiting.id, "list": letter.list, "subscriber": one.id,
                   "address": one.address, "subject": letter.subject}  # fmt: skip
        later = give(self._log, letter, payload, self._sender)
        if later and not self._queue.put_off(waiting.id):
            self._log.settle(waiting.id, Way.REFUSED, later)
