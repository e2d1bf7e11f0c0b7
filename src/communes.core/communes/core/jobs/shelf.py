"""Where intents wait that failed, and those that were given up with the reason.

Only the worker and an operator write here, one site at a time.
"""

from BTrees.Length import Length
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Letter
import json
from persistent import Persistent


# Sorts after every key.
LAST = "\U0010ffff"
# (version, asked at, payload as JSON, failed attempts, reason)
Record = tuple[str, float, str, int, str]


def _record(intent: Intent, attempts: int, reason: str) -> Record:
    payload = json.dumps(dict(intent.payload), ensure_ascii=False)
    return (intent.version, intent.asked_at, payload, attempts, reason)


def _letter(kind: str, key: str, record: Record, due: float) -> Letter:
    version, asked, payload, attempts, reason = record
    intent = Intent(kind, key, json.loads(payload), version, asked, attempts)
    return Letter(intent, reason, due)


class Shelf(Persistent):
    """Failed intents by the time of their next attempt, and dead letters."""

    def __init__(self) -> None:
        self.by_due = OOBTree()  # (kind, due, key) -> Record
        self.due_of = OOBTree()  # (kind, key) -> due
        self.by_age = OOBTree()  # (asked at, kind, key) -> True
        self.sizes = OOBTree()  # kind -> Length
        self.dead = OOBTree()  # (kind, key) -> Record

    def put(self, intent: Intent, due: float, attempts: int, reason: str) -> None:
        """Have ``intent`` tried again at ``due`` (seconds since the epoch)."""
        self.forget(intent.kind, intent.key)
        slot = (intent.kind, intent.key)
        self.by_due[intent.kind, due, intent.key] = _record(intent, attempts, reason)
        self.due_of[slot] = due
        self.by_age[intent.asked_at, *slot] = True
        self.sizes.setdefault(intent.kind, Length()).change(1)

    def bury(self, intent: Intent, attempts: int, reason: str) -> None:
        """Give ``intent`` up, and keep it with the reason."""
        self.forget(intent.kind, intent.key)
        self.dead[intent.kind, intent.key] = _record(intent, attempts, reason)

    def forget(self, kind: str, key: str) -> None:
        """Drop what is kept for this key: done, or asked for anew."""
        self.dead.pop((kind, key), None)
        due = self.due_of.pop((kind, key), None)
        if due is None:
            return
        record = self.by_due.pop((kind, due, key))
        del self.by_age[record[1], kind, key]
        self.sizes[kind].change(-1)

    def take_due(self, now: float, excluded: frozenset[str]) -> Intent | None:
        """Take one intent away whose time has come, of a kind not ``excluded``."""
        for kind in self.sizes:
            if kind in excluded or not self.sizes[kind]():
                continue
            for slot in self.by_due.keys((kind, 0.0, ""), (kind, now, LAST)):
                letter = _letter(kind, slot[2], self.by_due[slot], slot[1])
                self.forget(kind, slot[2])
                return letter.intent
        return None

    def next_due(self) -> float | None:
        """Return when the earliest of the waiting intents is to be tried again."""
        firsts = []
        for kind in self.sizes:
            for slot in self.by_due.keys((kind, 0.0, ""), (kind, float("inf"), "")):
                firsts.append(slot[1])
                break
        return min(firsts, default=None)

    def waiting(self, kind: str | None = None) -> int:
        """Return how many intents wait for another attempt."""
        return sum(size() for each, size in self.sizes.items() if kind in (None, each))

    def oldest(self) -> float | None:
        """Return when the oldest waiting intent was asked for."""
        return self.by_age.minKey()[0] if self.by_age else None

    def letters(self) -> Iterator[Letter]:
        """Yield the waiting intents, with the reason of their last failure."""
        for (kind, due, key), record in self.by_due.items():
            yield _letter(kind, key, record, due)

    def dead_letters(self) -> Iterator[Letter]:
        """Yield the intents that were given up, with the reason."""
        for (kind, key), record in self.dead.items():
            yield _letter(kind, key, record, 0.0)

    def keys(self, kind: str) -> set[str]:
        """Return the keys of ``kind`` that wait here or were given up."""
        ends = ((kind, ""), (kind, LAST))
        return {
            slot[1] for kept in (self.due_of, self.dead) for slot in kept.keys(*ends)
        }

    def given_up(self, kind: str) -> int:
        """Return how many of ``kind`` were given up."""
        return len(self.dead.keys((kind, ""), (kind, LAST)))

    def revive(self, kind: str, key: str, now: float) -> None:
        """Have a dead letter tried again from its first attempt.

        :raises KeyError: when there is none of this key.
        """
        record = self.dead[kind, key]
        self.put(_letter(kind, key, record, now).intent, now, 0, record[4])
