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
    before = time.time() - settings_of(site).retention_days * DAY
    boxes = [lanes_of(site, key) for key in (OUTBOX, INBOX)]
    messages = sum(lanes.prune(before) for lanes in boxes)
    needed = frozenset(
        found.sha256
        for lanes in boxes
        for _place, kept in lanes.unsettled()
        for found in attachments_in(from_json(kept.text).body)
    )
    files = files_of(site).prune(before, needed)
    return Forgotten(messages, files, _forget_people(site))


def _forget_people(site: Any) -> int:
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
