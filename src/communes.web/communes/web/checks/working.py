"""The worker's part: contents are looked over, addresses elsewhere are asked."""

from collections.abc import Iterable
from communes.core.jobs.api import enqueue
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.jobs.interfaces import IJobHandler
from communes.core.jobs.interfaces import IPeriodicWork
from communes.web.checks import storage
from communes.web.checks.looking import all_uids
from communes.web.checks.looking import look_over
from communes.web.domain.links.corrections import asked_again
from communes.web.interfaces import IWebLayer
from communes.web.outside.asking import problem_of
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from plone.browserlayer.utils import registered_layers
import time
import transaction
from typing import Any
from zope.interface import implementer


ASK = "communes.web.ask_addresses"
#: Asked at once, and by one job: the worker has other things to do.
AT_ONCE = 8
IN_A_JOB = 24
_STEP = 5
_HOUR_SECONDS = 3600.0


@implementer(IIntentHandler)
class Check:
    """Looks over what changed, soon after it did."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Look each content over; the intent's key is its UID."""
        for one in intents:
            look_over(site, one.key, date.today())
        return [Outcome(one.key) for one in intents]


@implementer(IPeriodicWork)
class Round:
    """Looks everything over once a day: contents age while nobody changes them."""

    def next_at(self, site: Any) -> float:
        """Return at once when today's round is to be done, else in an hour."""
        report = storage.report_of(site)
        done = report is not None and report.looked_on == date.today().isoformat()
        # The solution may be installed while the worker works.
        rests = done or IWebLayer not in registered_layers()
        return time.time() + _HOUR_SECONDS if rests else 0.0

    def begin(self, site: Any) -> "_Walk":
        """Return a walk over all contents as they are now."""
        return _Walk(all_uids())


class _Walk:
    def __init__(self, uids: list[str]) -> None:
        self.waiting = uids

    def step(self, site: Any) -> bool:
        """Look a few contents over; at the end, have addresses elsewhere asked."""
        for uid in self.waiting[:_STEP]:
            look_over(site, uid, date.today())
        self.waiting = self.waiting[_STEP:]
        if not self.waiting:
            storage.report_to_write(site).looked_on = date.today().isoformat()
            enqueue(ASK, {}, ASK)
        transaction.commit()
        return bool(self.waiting)


@implementer(IJobHandler)
class AskAddresses:
    """Asks addresses elsewhere that are due, some at a time, until none is."""

    lease_seconds = 180.0

    def run(self, site: Any, job: Any) -> None:
        """Ask some, keep what came of it, and have the rest asked by another job."""
        today = date.today()
        due = storage.due_addresses(site, today, IN_A_JOB)
        # Nothing of the database is touched while others are waited for.
        transaction.commit()
        problems = asked(due)
        transaction.begin()
        for address, problem in problems.items():
            known = storage.asked_of(site, address)
            said = asked_again(known, today, problem)
            if storage.keep_asked(site, address, said):
                for uid in storage.holders_of(site, address):
                    look_over(site, uid, today)
        if len(due) == IN_A_JOB:
            enqueue(ASK, {}, ASK)


def asked(addresses: Iterable[str]) -> dict[str, str]:
    """Return address -> what stands against it, empty when somebody answers."""
    rows = list(addresses)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(rows, pool.map(problem_of, rows), strict=True))
