"""The door to authentic sources: a value with its provenance, its date, its worth."""

from communes.core.jobs.api import intend
from communes.core.journal.api import record_read
from communes.exchange.peers.settings_target import settings_of
from communes.exchange.sources import storage
from communes.exchange.sources.domain.errors import KeyRefused
from communes.exchange.sources.domain.errors import NotInSource
from communes.exchange.sources.domain.errors import NotReadYet
from communes.exchange.sources.domain.errors import PurposeMissing
from communes.exchange.sources.domain.errors import UnknownSource
from communes.exchange.sources.domain.reading import Holding
from communes.exchange.sources.domain.reading import Level
from communes.exchange.sources.domain.reading import Reading
from communes.exchange.sources.interfaces import IAuthenticSource
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from typing import Any
from zope.component import queryUtility


#: The intent that reads a value anew; its key is source and key.
REFRESH = "exchange.source"
LONGEST_KEY = 200


@dataclass(frozen=True)
class SourceState:
    """A source the commune may read, how many values are kept, how many are stale."""

    name: str
    title: str
    level: Level
    holds: Holding
    valid_days: int
    kept: int
    stale: int


def sources(site: Any) -> list[SourceState]:
    """Return the sources open to this commune, in the order of its file."""
    counts = storage.counts(site, datetime.now(UTC))
    found = []
    for name in settings_of(site).sources:
        source = queryUtility(IAuthenticSource, name=name)
        if source is not None:
            told = (source.title, source.level, source.holds, source.valid_days)
            found.append(SourceState(name, *told, *counts.get(name, (0, 0))))
    return found


def read(site: Any, source: str, key: str, purpose: str = "") -> Reading:
    """Return what was last read of a key, and have it read anew when it is stale.

    Asks nobody outside: the worker does. Each read of a person's data is in the
    journal before it is given.

    :param purpose: the file it is read for; needed for people.
    :return: ``stale`` says that it may have changed: show that with the value.
    :raises UnknownSource: the commune has no such source.
    :raises NotReadYet: it was never read; it is being asked for. Commit, come back.
    :raises NotInSource: the source knows no such key.
    :raises PurposeMissing, KeyRefused: it can not be asked so.
    """
    found = opened(site, source)
    wanted, why = key.strip(), purpose.strip()
    if not wanted or len(wanted) > LONGEST_KEY or not wanted.isprintable():
        raise KeyRefused(field="key")
    if found.holds is Holding.PEOPLE:
        if not why:
            raise PurposeMissing(field="purpose")
        record_read("exchange.source.read", f"{source}:{wanted}", purpose=why)
    kept = storage.find(site, source, wanted)
    known = None if kept is None else kept.at(datetime.now(UTC))
    if known is None or known.stale:
        refresh(site, source, wanted)
    if known is None:
        raise NotReadYet(source=found.title, key=wanted)
    if known.value is None:
        day = known.read_at.date().isoformat()
        raise NotInSource(source=found.title, key=wanted, day=day)
    return known


def refresh(site: Any, source: str, key: str) -> None:
    """Have a value read anew after the commit.

    :raises UnknownSource: the commune has no such source.
    """
    opened(site, source)
    intend(REFRESH, f"{source}\n{key}", {})


def opened(site: Any, name: str) -> IAuthenticSource:
    """Return a source the commune has opened.

    :raises UnknownSource: it has not, or this machine has none of that name.
    """
    found = queryUtility(IAuthenticSource, name=name)
    if found is None or name not in settings_of(site).sources:
        raise UnknownSource(name=name)
    return found
