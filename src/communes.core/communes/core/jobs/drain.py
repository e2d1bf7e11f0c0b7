"""How the intents of one site are worked through: in batches, and nothing dropped."""

from collections.abc import Callable
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import LONGEST_WAIT_SECONDS
from communes.core.jobs.domain import MAX_ATTEMPTS
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.domain import wait_seconds
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.jobs.queue import IntentQueue
from communes.core.jobs.storage import queue_of
from communes.core.jobs.task import task
import logging
import time
import transaction
from transaction.interfaces import TransientError
from typing import Any
from zope.component import queryUtility


BATCH = 200
CONFLICT_RETRIES = 5
logger = logging.getLogger(__name__)


class Drainer:
    """Works through the intents of the sites of ``app``.

    Remembers which kinds of which site wait because the outside is silent.
    """

    def __init__(self, app: Any, stopping: Callable[[], bool]) -> None:
        self._app = app
        self._stopping = stopping
        self._failures: dict[tuple[str, str], int] = {}
        self._silent_until: dict[tuple[str, str], float] = {}

    def drain(self, path: str) -> int:
        """Do a round of what is ready at ``path``: a batch of each kind, then retries.

        One round only, so that neither a busy kind nor a busy site keeps the
        others waiting. Returns how many intents were settled; call again until
        it is none.
        """
        settled = 0
        for kind in self._ready_kinds(path):
            if self._stopping():
                return settled
            settled += self._guarded(path, kind, self._run_batch)
        for _retry in range(BATCH):
            intent = None if self._stopping() else self._due(path)
            if intent is None:
                break
            settled += self._guarded(path, intent.kind, self._run_due)
        return settled

    def next_visit(self, path: str) -> float:
        """Return when ``path`` has work again if nobody asks for more."""
        waits = [
            until for (site, _k), until in self._silent_until.items() if site == path
        ]
        with task(self._app, path) as site:
            due = queue_of(site).shelf.next_due()
        # What is due already and was not run belongs to a kind that waits.
        if due is not None and due > time.time():
            waits.append(due)
        return min(waits, default=float("inf"))

    def _silent(self, path: str) -> frozenset[str]:
        now = time.time()
        return frozenset(
            kind
            for (site, kind), until in self._silent_until.items()
            if site == path and until > now
        )

    def _ready_kinds(self, path: str) -> list[str]:
        with task(self._app, path) as site:
            return sorted(queue_of(site).kinds() - self._silent(path))

    def _due(self, path: str) -> Intent | None:
        with task(self._app, path) as site:
            return queue_of(site).shelf.take_due(time.time(), self._silent(path))

    def _guarded(self, path: str, kind: str, run: Callable[[str, str], int]) -> int:
        """Run, again after a conflict; a silent outside makes the kind wait."""
        reason = ""
        for _attempt in range(CONFLICT_RETRIES):
            try:
                settled = run(path, kind)
            except TransientError as error:
                reason = f"conflict: {error}"
                continue
            except Unavailable as error:
                reason = str(error)
                break
            self._failures.pop((path, kind), None)
            self._silent_until.pop((path, kind), None)
            return settled
        self._hush(path, kind, reason)
        return 0

    def _hush(self, path: str, kind: str, reason: str) -> None:
        failures = self._failures.get((path, kind), 0) + 1
        handler = queryUtility(IIntentHandler, name=kind)
        longest = getattr(handler, "longest_wait_seconds", LONGEST_WAIT_SECONDS)
        wait = min(wait_seconds(failures), longest)
        self._failures[path, kind] = failures
        self._silent_until[path, kind] = time.time() + wait
        logger.warning("%s: %s waits %.0f s: %s", path, kind, wait, reason)

    def _run_batch(self, path: str, kind: str) -> int:
        handler = _handler(kind)
        intents: list[Intent] = []
        try:
            with task(self._app, path, getattr(handler, "run_as", "")) as site:
                queue = queue_of(site)
                intents = queue.take(kind, BATCH)
                outcomes = handler.run(site, intents)
                settle(queue, intents, outcomes)
                _note_done(queue, handler, outcomes, kind)
                transaction.commit()
        except (TransientError, Unavailable):
            raise
        # A handler may fail in any way; the reason is kept with the intent.
        except Exception as error:
            logger.exception("%s: %s failed", path, kind)
            self._set_aside(path, kind, intents, error)
        return len(intents)

    def _set_aside(
        self, path: str, kind: str, intents: list[Intent], error: Exception
    ) -> None:
        """Put the intents of a failed batch on the shelf, to be run one by one."""
        lone = intents[0].version if len(intents) == 1 else None
        with task(self._app, path) as site:
            queue = queue_of(site)
            for intent in queue.take(kind, BATCH):
                if intent.version == lone:
                    put_off(queue, intent, repr(error))
                else:
                    queue.shelf.put(intent, time.time(), 0, repr(error))
            transaction.commit()

    def _run_due(self, path: str, kind: str) -> int:
        handler = _handler(kind)
        intent = None
        try:
            with task(self._app, path, getattr(handler, "run_as", "")) as site:
                queue = queue_of(site)
                others = frozenset(queue.shelf.sizes) - {kind}
                intent = queue.shelf.take_due(time.time(), others)
                if intent is None:
                    return 0
                outcomes = handler.run(site, [intent])
                settle(queue, [intent], outcomes)
                _note_done(queue, handler, outcomes, kind)
                transaction.commit()
        except (TransientError, Unavailable):
            raise
        # As above: the reason is kept with the intent.
        except Exception as error:
            logger.exception("%s: %s failed for %s", path, kind, intent)
            if intent is None:
                raise
            with task(self._app, path) as site:
                put_off(queue_of(site), intent, repr(error))
                transaction.commit()
        return 1


def _handler(kind: str) -> Any:
    handler = queryUtility(IIntentHandler, name=kind)
    if handler is None:
        raise Unavailable(f"no handler is registered for {kind}")
    return handler


def _note_done(
    queue: IntentQueue, handler: Any, outcomes: list[Outcome], kind: str
) -> None:
    """Keep what was done for as long as the handler says that it shows later."""
    seconds = getattr(handler, "shown_after_seconds", 0.0)
    done = [one.key for one in outcomes if one.state is OutcomeState.DONE]
    if seconds and done:
        now = time.time()
        queue.note_done(kind, done, now + seconds, now)


def settle(queue: IntentQueue, intents: list[Intent], outcomes: list[Outcome]) -> None:
    """Record what became of ``intents``, which were taken from ``queue``."""
    said = {outcome.key: outcome for outcome in outcomes}
    silence = Outcome("", OutcomeState.RETRY, "the handler said nothing about it")
    for intent in intents:
        outcome = said.get(intent.key, silence)
        if outcome.state is OutcomeState.DONE:
            queue.shelf.forget(intent.kind, intent.key)
        elif outcome.state is OutcomeState.WAIT:
            keep_waiting(queue, intent, outcome.reason)
        elif outcome.state is OutcomeState.RETRY:
            put_off(queue, intent, outcome.reason)
        else:
            bury(queue, intent, outcome.reason)


def put_off(queue: IntentQueue, intent: Intent, reason: str) -> None:
    """Count a failed attempt: try again later, or give up after the last one."""
    attempts = intent.attempts + 1
    if attempts >= MAX_ATTEMPTS:
        bury(queue, intent, reason)
    else:
        due = time.time() + wait_seconds(attempts)
        queue.shelf.put(intent, due, attempts, reason)


def keep_waiting(queue: IntentQueue, intent: Intent, reason: str) -> None:
    """Try again later, as often as it takes: nothing was wrong with the intent."""
    attempts = min(intent.attempts + 1, MAX_ATTEMPTS - 2)
    queue.shelf.put(intent, time.time() + wait_seconds(attempts), attempts, reason)


def bury(queue: IntentQueue, intent: Intent, reason: str) -> None:
    """Give an intent up; an operator finds it among the dead letters."""
    logger.error("gave up %s %s: %s", intent.kind, intent.key, reason)
    queue.shelf.bury(intent, intent.attempts + 1, reason)
