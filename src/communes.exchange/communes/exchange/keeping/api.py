"""The door to the forgetting of what passed."""

from communes.exchange.attachments.domain.attachment import attachments_in
from communes.exchange.attachments.storage import files_of
from communes.exchange.inbox.api import KEY as INBOX
from communes.exchange.lanes.storage import lanes_of
from communes.exchange.messages.domain.envelope import from_json
from communes.exchange.outbox.api import KEY as OUTBOX
from communes.exchange.peers.settings_target import settings_of
from communes.exchange.sources import storage as sources
from communes.exchange.sources.domain.reading import Holding
from communes.exchange.sources.interfaces import IAuthenticSource
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
import time
from typing import Any
from zope.component import queryUtility


DAY = 86_400.0
#: A person's data that hold no longer are forgotten after so many days, unread.
PEOPLE_DAYS = 30


@dataclass(frozen=True)
class Forgotten:
    """How many messages, files and values were forgotten."""

    messages: int
    files: int
    values: int


def forget(site: Any) -> Forgotten:
    """Forget what passed longer ago than the commune keeps it, and the files with it.

    The numbers and ids stay: a repetition is still recognised. What waits or is
    refused is never forgotten.
    """
    messages, before = 0, oldest_kept(site)
    for key in (OUTBOX, INBOX):
        lanes, more = lanes_of(site, key), True
        after = None
        while more:
            count, after = lanes.prune(before, after)
            messages += count
            more = after is not None
    return Forgotten(messages, forget_files(site), forget_people(site))


def oldest_kept(site: Any) -> float:
    """Return since when what passed is kept, in seconds since the epoch."""
    return time.time() - settings_of(site).retention_days * DAY


def forget_files(site: Any) -> int:
    """Forget the files of what passed; return how many.

    Those of a message that waits or is refused stay.
    """
    needed = frozenset(
        found.sha256
        for key in (OUTBOX, INBOX)
        for _place, kept in lanes_of(site, key).unsettled()
        for found in attachments_in(from_json(kept.text).body)
    )
    return files_of(site).prune(oldest_kept(site), needed)


def forget_people(site: Any) -> int:
    """Forget the data of people that hold no longer; return how many values."""
    now = datetime.now(UTC)
    limit = now.timestamp() - PEOPLE_DAYS * DAY
    old = [
        (name, key)
        for name, key, end in sources.expired(site, now)
        if end < limit and _holds_people(name)
    ]
    for name, key in old:
        sources.drop(site, name, key)
    return len(old)


def _holds_people(name: str) -> bool:
    source = queryUtility(IAuthenticSource, name=name)
    return source is None or source.holds is Holding.PEOPLE
