"""The worker's part: each letter handed over once, and old traces forgotten."""

from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.jobs.interfaces import IPeriodicWork
from communes.core.mailing import post
from communes.core.mailing import storage
from communes.core.mailing.domain.letter import from_payload
from communes.core.mailing.domain.letter import Letter
from communes.core.mailing.domain.letter import message_id
from communes.core.mailing.domain.letter import message_of
from communes.core.mailing.domain.letter import return_path
from communes.core.mailing.domain.letter import Sender
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.log import Log
from communes.core.mailing.log import log_of
from datetime import datetime
from datetime import UTC
from plone import api
import time
import transaction
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


BOUNCES = "communes.core.mailing.bounces"
_CLEANED = "communes.core.mailing.cleaned"
CLEAN_SECONDS = 12 * 3600.0


@implementer(IIntentHandler)
class Sending:
    """Sends letters.

    That one is about to leave is on disk before the server is asked, outside the
    transaction of the worker: a process that dies then leaves it uncertain, and the
    others of its batch come again.
    """

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Send each. :raises Unavailable: the server, or the site's own address."""
        sender = sender_of()
        return [self._one(site, intent, sender) for intent in intents]

    def _one(self, site: Any, intent: Intent, sender: Sender) -> Outcome:
        letter, log = from_payload(intent.payload), log_of(site)
        left = letter.leave_url and storage.find(site, letter.subscriber) is None
        if left:
            return Outcome(intent.key)
        later = give(log, letter, dict(intent.payload), sender)
        state = OutcomeState.RETRY if later else OutcomeState.DONE
        return Outcome(intent.key, state, later)


def give(log: Log, letter: Letter, payload: dict[str, str], sender: Sender) -> str:
    """Hand a letter over, once; return why it is to come again, "" when it is settled.

    :param payload: what the log keeps of it.
    :raises Unavailable: the server is away; the letter waits.
    """
    if log.begin(payload, message_id(letter, sender)) is not Way.WAITING:
        return ""
    message = message_of(letter, sender, datetime.now(UTC)).as_bytes()
    try:
        post.hand_over(return_path(letter, sender), letter.address, message)
    except Unavailable:
        log.settle(letter.id, Way.WAITING)
        raise
    except post.NotNow as error:
        log.settle(letter.id, Way.WAITING, str(error))
        return str(error)
    except post.Refused as error:
        log.settle(letter.id, Way.REFUSED, str(error))
    except post.Uncertain as error:
        log.settle(letter.id, Way.UNCERTAIN, str(error))
    else:
        log.settle(letter.id, Way.SENT)
    return ""


@implementer(IPeriodicWork)
class Cleaning:
    """Forgets requests nobody confirmed, and letters that are long settled."""

    def next_at(self, site: Any) -> float:
        """Return when the next round is due; never before the first request."""
        if storage.book_of(site) is None:
            return time.time() + CLEAN_SECONDS
        return float(IAnnotations(site).get(_CLEANED, 0.0)) + CLEAN_SECONDS

    def begin(self, site: Any) -> "Cleaning":
        """Return the round, which is one step."""
        return self

    def step(self, site: Any) -> bool:
        """Do it all: a site has thousands of subscribers, not millions."""
        clean(site, datetime.now(UTC))
        transaction.commit()
        return False


def clean(site: Any, now: datetime) -> None:
    """Forget requests nobody confirmed in time, and letters that are long settled."""
    for one in list(storage.everyone(site)):
        if one.too_late(now):
            storage.remove(site, one)
            log_of(site).forget_person(one.id)
    log_of(site).forget_old(now.timestamp())
    IAnnotations(site)[_CLEANED] = now.timestamp()


def sender_of() -> Sender:
    """Return who the letters of the current site come from.

    :raises Unavailable: the site has no address yet.
    """
    record = api.portal.get_registry_record
    address = record("plone.email_from_address", default="")
    if not address:
        raise Unavailable("the site has no address to send from")
    name = record("plone.email_from_name", default="") or ""
    return Sender(name, address, record(BOUNCES, default="") or "")
