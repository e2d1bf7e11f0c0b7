"""Reads authentic sources after the commit, and again when a value holds no longer."""

from communes.core.errors.domain import DomainError
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IIntentHandler
from communes.exchange.sources import storage
from communes.exchange.sources.api import opened
from communes.exchange.sources.domain.reading import Reading
from communes.exchange.sources.interfaces import ISourceChanged
from datetime import datetime
from datetime import UTC
from typing import Any
from zope.event import notify
from zope.interface import implementer


@implementer(ISourceChanged)
class SourceChanged:
    """See ``ISourceChanged``."""

    def __init__(self, site: Any, before: Reading, after: Reading) -> None:
        self.site = site
        self.before = before
        self.after = after


@implementer(IIntentHandler)
class Refresh:
    """Asks the sources; one that is silent keeps nobody else waiting."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Read what the intents name; their key is source and key."""
        silent: dict[str, str] = {}
        outcomes = []
        for intent in intents:
            source, _break, key = intent.key.partition("\n")
            if source not in silent:
                try:
                    _read(site, source, key)
                except Unavailable as error:
                    silent[source] = str(error)
                except DomainError as error:
                    # It was closed meanwhile: there is nothing to wait for.
                    outcomes.append(Outcome(intent.key, reason=str(error)))
                    continue
            reason = silent.get(source, "")
            state = OutcomeState.WAIT if reason else OutcomeState.DONE
            outcomes.append(Outcome(intent.key, state, reason))
        return outcomes


def _read(site: Any, name: str, key: str) -> None:
    source = opened(site, name)
    before = storage.find(site, name, key)
    found = source.read(site, key)
    after = Reading.made(name, key, found, datetime.now(UTC), source.valid_days)
    storage.keep(site, after)
    if before is not None and before.value != after.value:
        notify(SourceChanged(site, before, after))
