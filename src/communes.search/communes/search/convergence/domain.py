"""What it means that the index and the database agree about an object."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from communes.search.domain.versions import GONE
from communes.search.domain.versions import RIGHTS
from communes.search.domain.versions import VERSION
from dataclasses import dataclass
from enum import StrEnum


_SAID = ("path", "portal_type", "review_state", "modified")
COMPARED = (*_SAID, RIGHTS, VERSION, GONE)
Record = Mapping[str, object]


class Difference(StrEnum):
    """How an object and its record differ; the worst one counts."""

    MISSING = "missing"  # in the database, not in the index
    ORPHANED = "orphaned"  # in the index, not in the database
    WRONG_RIGHTS = "wrong_rights"  # found by others than may see it
    STALE = "stale"  # read before the object last changed


@dataclass(frozen=True)
class Expected:
    """What the database says of an object: ``version`` is its last transaction.

    ``modified`` is compared too: a record may come from what a restored database has
    never known.
    """

    uid: str
    path: str
    portal_type: str
    review_state: str
    modified: str
    version: int
    rights: frozenset[str]


@dataclass(frozen=True)
class Drift:
    """What a sweep found: how many objects differ, by kind.

    ``waiting``: those that differ because what they asked for is not sent yet, or was
    refused; they are in no other number. ``checked_at`` is in seconds since the epoch;
    ``checked`` how many objects and records were compared, in ``seconds``.
    """

    missing: int = 0
    stale: int = 0
    orphaned: int = 0
    wrong_rights: int = 0
    waiting: int = 0
    checked: int = 0
    repaired: int = 0
    checked_at: float = 0.0
    seconds: float = 0.0

    @property
    def total(self) -> int:
        """How many differ though nobody is about to send them."""
        return self.missing + self.stale + self.orphaned + self.wrong_rights


def difference(expected: Expected | None, record: Record | None) -> Difference | None:
    """Say how the two differ; None when they agree."""
    if record is not None and record.get(GONE) is True:
        record = None
    if expected is None:
        return None if record is None else Difference.ORPHANED
    if record is None:
        return Difference.MISSING
    if set(_several(record.get(RIGHTS))) != expected.rights:
        return Difference.WRONG_RIGHTS
    if any(record.get(name, "") != getattr(expected, name) for name in _SAID):
        return Difference.STALE
    return Difference.STALE if version_of(record) < expected.version else None


def _several(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else ()


def version_of(record: Record | None) -> int:
    """Return the version of a record; 0 for none, or one without."""
    version = record.get(VERSION) if record is not None else None
    return version if isinstance(version, int) else 0


def paired(
    expected: Iterable[Expected], records: Iterable[Record]
) -> Iterator[tuple[str, Expected | None, Record | None]]:
    """Yield what belongs together of two streams, each sorted by UID, each once."""
    left, right = iter(expected), iter(records)
    ours, theirs = next(left, None), next(right, None)
    while ours is not None or theirs is not None:
        mine = ours.uid if ours is not None else None
        other = str(theirs["UID"]) if theirs is not None else None
        if mine is not None and (other is None or mine <= other):
            yield mine, ours, theirs if mine == other else None
        elif other is not None:
            yield other, None, theirs
        if mine is not None and (other is None or mine <= other):
            ours = next(left, None)
        if other is not None and (mine is None or other <= mine):
            theirs = next(right, None)


def uid_range(after: str, upto: str) -> str:
    """Return the query for the records with a UID beyond ``after``, ``upto`` included.

    Empty: from the first, to the last.
    """
    first = f"{{{_quoted(after)}" if after else "[*"
    last = _quoted(upto) if upto else "*"
    return f"UID:{first} TO {last}]"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
