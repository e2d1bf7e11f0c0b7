"""Has what the index still holds of gone objects taken away."""

from collections.abc import Iterable
from communes.core.jobs.storage import queue_of
from communes.search.indexing.processor import note
from plone.protect.utils import safeWrite
from typing import Any


def take_away(site: Any, uids: Iterable[str]) -> None:
    """Ask that the index follows, for objects that were found and are no more.

    A search is a read, and may still ask this: it harms nobody and is done once.
    """
    for uid in uids:
        note(uid)
        for shard in queue_of(site).shards:
            if shard._p_changed:
                safeWrite(shard)
