"""The handler that seals entries of writes after their commit."""

from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.journal.domain import Entry
from communes.core.journal.storage import journal_of
from typing import Any
from zope.interface import implementer


@implementer(IIntentHandler)
class JournalSealer:
    """Appends the entries of committed writes, in the order they were asked for."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Seal one entry per intent; a repetition adds nothing."""
        ordered = sorted(intents, key=lambda intent: intent.asked_at)
        journal_of(site).append(
            Entry(origin=intent.key, **dict(intent.payload)) for intent in ordered
        )
        return [Outcome(intent.key) for intent in intents]
