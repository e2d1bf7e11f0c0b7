"""One part of a meeting or of an item that two people may want to change at once.

A part is plain data with a revision number. Whoever writes says which revision
was read; when it is not the last one the write is refused with what changed in
between, so that no work is lost without a word. Two transactions that write the
same part at the same instant collide in the database; the one that is retried
then meets the same refusal. The owner of a part is an object, under the name of an
attribute, or a tree of parts, under a key.
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from collections.abc import Callable
from communes.deliberations.exceptions import StaleRevision
from persistent import Persistent


#: How many past changes are told to somebody who comes late.
REMEMBERED = 20


class Part(Persistent):
    """Plain data, its revision, and who changed what last."""

    revision = 0

    def __init__(self, data: object) -> None:
        self.data = data
        self.changes: tuple[tuple[int, str, str], ...] = ()


def read(owner: object, name: str, empty: Callable[[], object]) -> tuple[object, int]:
    """Return the data and the revision of a part; ``empty()`` and 0 when unwritten."""
    part = _get(owner, name)
    return (empty(), 0) if part is None else (part.data, part.revision)


def write(
    owner: object,
    name: str,
    data: object,
    *,
    by: str,
    change: str,
    revision: int | None = None,
    what: str = "",
) -> int:
    """Replace the data of a part and return its new revision.

    :param by: who writes, and ``change``: what, both told to a latecomer.
    :param revision: the revision that was read; None when the writer's own
        transaction has just read it (a cascade, an import).
    :raises StaleRevision: somebody else wrote after that revision.
    """
    check(owner, name, revision, what)
    part = _get(owner, name)
    if part is None:
        part = Part(data)
        _put(owner, name, part)
    part.revision += 1
    part.changes = (*part.changes, (part.revision, by, change))[-REMEMBERED:]
    part.data = data
    return part.revision


def check(owner: object, name: str, revision: int | None, what: str) -> None:
    """Refuse when the part is no longer at ``revision``; None asks for no check.

    :raises StaleRevision: somebody else wrote after that revision.
    """
    part = _get(owner, name)
    last = 0 if part is None else part.revision
    if revision is not None and revision != last:
        raise StaleRevision(what=what, changes=_told(part, revision))


def _told(part: Part | None, revision: int) -> str:
    changes = () if part is None else part.changes
    later = [one for one in changes if one[0] > revision]
    told = [f"{change} (par {who})" for _number, who, change in later]
    return ", ".join(dict.fromkeys(told)) or "la version que vous avez lue n'existe pas"


def _get(owner: object, name: str) -> Part | None:
    if isinstance(owner, OOBTree):
        return owner.get(name)
    return getattr(aq_base(owner), name, None)


def _put(owner: object, name: str, part: Part) -> None:
    if isinstance(owner, OOBTree):
        owner[name] = part
    else:
        setattr(owner, name, part)
