"""The register of an institution: lines that are added and completed, never removed."""

from BTrees.IOBTree import IOBTree
from collections.abc import Iterator
from communes.publications.content.publication import IPublications
from communes.publications.domain.publication.register import Entry
from communes.publications.storage.moments import read_back
from communes.publications.storage.moments import stored
from communes.publications.storage.moments import zone_of
from dataclasses import asdict
from dataclasses import replace


def add(shelf: IPublications, entry: Entry) -> Entry:
    """Add a line and return it with its place, one more than the last."""
    if shelf.register is None:
        shelf.register = IOBTree()
    last = shelf.register.maxKey() if shelf.register else 0
    placed = replace(entry, position=last + 1)
    # Two who add at once meet on the same key: the second is run again.
    shelf.register[placed.position] = stored(asdict(placed))
    return placed


def lines(shelf: IPublications | None) -> Iterator[Entry]:
    """Yield the lines of a register, the oldest first."""
    kept = getattr(shelf, "register", None) or {}
    zone = zone_of(shelf.aq_parent) if kept else None
    for values in kept.values():
        yield Entry(**read_back(values, zone))


def complete(
    shelf: IPublications, uid: str, number: int | None, **changes: object
) -> None:
    """Complete the line of one time a publication was shown; all without a number."""
    for one in list(lines(shelf)):
        if one.uid == uid and number in (None, one.number):
            shelf.register[one.position] = stored(asdict(replace(one, **changes)))


def line(shelf: IPublications | None, uid: str, number: int) -> Entry | None:
    """Return the line of one time a publication was shown, or None."""
    known = (one for one in lines(shelf) if (one.uid, one.number) == (uid, number))
    return next(known, None)
