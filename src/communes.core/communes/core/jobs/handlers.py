"""The handler of the kit itself: an intent that becomes a job with a lease."""

from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.jobs.leases import job_store
from communes.core.jobs.storage import path_of
from typing import Any
from zope.interface import implementer


@implementer(IIntentHandler)
class JobEnqueuer:
    """Puts jobs into the store after the commit that asked for them."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Enqueue each job once, however often this is repeated."""
        path = path_of(site)
        for intent in intents:
            origin = f"{path}|{intent.key}|{intent.version}"
            job_store().enqueue(path, origin=origin, **dict(intent.payload))
        return [Outcome(intent.key) for intent in intents]
