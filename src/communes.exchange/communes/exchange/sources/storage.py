"""The values read from authentic sources, kept on the site."""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from communes.exchange.sources.domain.reading import Reading
from datetime import datetime
from datetime import UTC
import json
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.exchange.sources"


def find(site: Any, source: str, key: str) -> Reading | None:
    """Return what was last read, or None."""
    found = IAnnotations(site).get(KEY, {}).get((source, key))
    return None if found is None else _reading(source, key, found)


def keep(site: Any, reading: Reading) -> None:
    """Keep a reading in the place of the one before."""
    kept = IAnnotations(site)
    if KEY not in kept:
        kept[KEY] = OOBTree()
    kept[KEY][reading.source, reading.key] = (
        json.dumps(reading.value),
        reading.reference,
        reading.read_at.timestamp(),
        reading.valid_until.timestamp(),
    )


def drop(site: Any, source: str, key: str) -> None:
    """Forget a reading, if there is one."""
    IAnnotations(site).get(KEY, {}).pop((source, key), None)


def expired(site: Any, now: datetime) -> Iterator[tuple[str, str, float]]:
    """Yield source, key and end of what holds no longer; loads no value as JSON."""
    limit = now.timestamp()
    for (source, key), found in IAnnotations(site).get(KEY, {}).items():
        if found[3] <= limit:
            yield source, key, found[3]


def counts(site: Any, now: datetime) -> dict[str, tuple[int, int]]:
    """Return, by source, how many values are kept and how many hold no longer."""
    limit, told = now.timestamp(), {}
    for (source, _key), found in IAnnotations(site).get(KEY, {}).items():
        kept, stale = told.get(source, (0, 0))
        told[source] = (kept + 1, stale + (found[3] <= limit))
    return told


def _reading(source: str, key: str, found: tuple) -> Reading:
    value, reference, read_at, valid_until = found
    return Reading(
        source,
        key,
        json.loads(value),
        reference,
        datetime.fromtimestamp(read_at, UTC),
        datetime.fromtimestamp(valid_until, UTC),
    )
