"""What changed on an agenda since a member read it: pure comparison of two states."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Since(StrEnum):
    """What happened to an item since it was read."""

    UNREAD = "unread"
    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"
    SAME = "same"


SINCE_LABELS = {
    Since.UNREAD: "Pas encore lu",
    Since.ADDED: "Ajouté",
    Since.CHANGED: "Modifié",
    Since.MOVED: "Déplacé",
    Since.REMOVED: "Retiré",
    Since.SAME: "Lu",
}


@dataclass(frozen=True)
class Seen:
    """An item as an agenda shows it: ``state`` changes when the item is written."""

    uid: str
    number: str
    title: str
    state: str


@dataclass(frozen=True)
class Change:
    """One item of the agenda, now or before; ``was`` is its number when it was read."""

    uid: str
    number: str
    title: str
    since: Since
    was: str = ""


def changes(read: Mapping[str, Seen] | None, now: Iterable[Seen]) -> tuple[Change, ...]:
    """Return what happened to each item, the present ones first, in agenda order.

    An item is moved when it changed places with another that was read, not when
    something was only put before it.

    :param read: UID -> the item as it was read; None when nothing was ever read.
    """
    present = tuple(now)
    if read is None:
        return tuple(
            Change(one.uid, one.number, one.title, Since.UNREAD) for one in present
        )
    stayed = _in_order(read, present)
    found = []
    for one in present:
        before = read.get(one.uid)
        if before is None:
            since = Since.ADDED
        elif before.state != one.state:
            since = Since.CHANGED
        else:
            since = Since.SAME if one.uid in stayed else Since.MOVED
        was = before.number if before else ""
        found.append(Change(one.uid, one.number, one.title, since, was))
    here = {one.uid for one in present}
    found += [
        Change(one.uid, "", one.title, Since.REMOVED, one.number)
        for one in read.values()
        if one.uid not in here
    ]
    return tuple(found)


def _in_order(read: Mapping[str, Seen], present: tuple[Seen, ...]) -> frozenset[str]:
    """Return those that kept their order: the longest run that only grows."""
    places = {uid: place for place, uid in enumerate(read)}
    best: list[tuple[str, ...]] = [()]
    for uid in (one.uid for one in present if one.uid in places):
        longest = _longest(
            run for run in best if not run or places[run[-1]] < places[uid]
        )
        best.append((*longest, uid))
    return frozenset(_longest(best))


def _longest(runs: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return sorted(runs, key=len)[-1]
