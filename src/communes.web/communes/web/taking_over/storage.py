"""Where takings over are kept: what was read, line by line, and what it became."""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.access.plain import from_plain
from communes.core.access.plain import to_plain
from communes.web.domain.taking_over.takeover import TakenRow
from communes.web.domain.taking_over.takeover import Takeover
from dataclasses import dataclass
import json
from persistent import Persistent
from typing import Any
from zlib import compress
from zlib import decompress
from zope.annotation.interfaces import IAnnotations


TAKEOVERS = "communes.web.takeovers"
TAKEN = "communes.web.taken"


class Kept(Persistent):
    """One taking over. ``sources``: number -> JSON told there, compressed.

    ``rows``: number -> line of the report. ``paths``: path there -> UID there.
    ``redirects``: old path -> path there. ``token`` is forgotten at the end.
    """

    def __init__(self, record: Mapping[str, Any], token: str) -> None:
        self.record = dict(record)
        self.token = token
        self.sources = IOBTree()
        self.rows = IOBTree()
        self.paths = OOBTree()
        self.redirects = OOBTree()


@dataclass(frozen=True)
class TakenHere:
    """What a content there is here, and how both stood when it was written."""

    uid: str
    modified: str
    revision: int


def begin(site: Any, takeover: Takeover, token: str) -> None:
    """Keep a new taking over."""
    _tree(site, TAKEOVERS)[takeover.id] = Kept(to_plain(takeover), token)


def all_takeovers(site: Any) -> list[Takeover]:
    """Return the takings over of a site, the last first."""
    found = IAnnotations(site).get(TAKEOVERS, {})
    rows = [from_plain(Takeover, one.record) for one in found.values()]
    return sorted(rows, key=lambda one: one.asked_at, reverse=True)


def kept_of(site: Any, id: str) -> Kept | None:
    """Return what is kept of a taking over, None when there is none."""
    found: Kept | None = IAnnotations(site).get(TAKEOVERS, {}).get(id)
    return found


def takeover_of(kept: Kept) -> Takeover:
    """Return a taking over as a record."""
    found: Takeover = from_plain(Takeover, kept.record)
    return found


def keep(kept: Kept, takeover: Takeover) -> None:
    """Keep how far a taking over is."""
    kept.record = to_plain(takeover)


def drop(site: Any, id: str) -> None:
    """Forget a taking over; what it wrote stays, and is known by the next one."""
    _tree(site, TAKEOVERS).pop(id, None)


def keep_source(kept: Kept, number: int, given: Mapping[str, Any]) -> None:
    """Keep a content as it was told."""
    kept.sources[number] = compress(json.dumps(dict(given)).encode())


def source_of(kept: Kept, number: int) -> dict[str, Any]:
    """Return a content as it was told."""
    found: dict[str, Any] = json.loads(decompress(kept.sources[number]))
    return found


def keep_row(kept: Kept, number: int, row: TakenRow) -> None:
    """Keep a line of the report."""
    kept.rows[number] = to_plain(row)


def rows_of(kept: Kept) -> Iterator[TakenRow]:
    """Yield the lines of the report in the order of the paths."""
    for row in kept.rows.values():
        yield from_plain(TakenRow, row)


def row_of(kept: Kept, number: int) -> TakenRow | None:
    """Return one line of the report."""
    row = kept.rows.get(number)
    return from_plain(TakenRow, row) if row is not None else None


def finish(kept: Kept) -> None:
    """Keep the report alone: what was read there, and the key, are of no use."""
    kept.sources.clear()
    kept.paths.clear()
    kept.redirects.clear()
    kept.token = ""


def taken_here(site: Any, their_uid: str) -> TakenHere | None:
    """Return what a content there is here, None when it was never taken."""
    row = IAnnotations(site).get(TAKEN, {}).get(their_uid)
    return TakenHere(*row) if row else None


def keep_taken(site: Any, their_uid: str, taken: TakenHere) -> None:
    """Keep what a content there is here."""
    row = (taken.uid, taken.modified, taken.revision)
    _tree(site, TAKEN)[their_uid] = row


def _tree(site: Any, name: str) -> OOBTree:
    annotations = IAnnotations(site)
    if name not in annotations:
        annotations[name] = OOBTree()
    return annotations[name]
