"""What is due when: a small book of a site, that a round of the worker reads."""

from BTrees.OOBTree import OOBTree
from communes.core.jobs.interfaces import IPeriodicWork
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
import time
import transaction
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


#: How soon a new plan is noticed.
LOOK_SECONDS = 30.0


@dataclass(frozen=True)
class Due:
    """A step to take on a thing at a moment (with its zone)."""

    moment: datetime
    uid: str
    step: str

    @property
    def key(self) -> str:
        """Sorts by moment; in UTC, so that summer and winter do not mix."""
        return f"{self.moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}|{self.uid}|{self.step}"


class DueBook:
    """The steps of one solution: kept on the site under its dotted name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def put(self, site: Any, due: Due) -> None:
        """Note a step; the earlier ones of its thing are forgotten."""
        self.forget(site, due.uid)
        self.add(site, due)

    def add(self, site: Any, due: Due) -> None:
        """Note a step beside those of its thing that are there."""
        annotations = IAnnotations(site)
        if self._name not in annotations:
            annotations[self._name] = OOBTree()
        annotations[self._name][due.key] = due.step

    def forget(self, site: Any, uid: str) -> None:
        """Forget what was to be done with a thing."""
        book = IAnnotations(site).get(self._name) or {}
        for key in [key for key in book if key.split("|")[1] == uid]:
            del book[key]

    def take(self, site: Any, due: Due) -> None:
        """Forget one step: it is being taken."""
        book = IAnnotations(site).get(self._name)
        if book is not None and due.key in book:
            del book[due.key]

    def first(self, site: Any) -> Due | None:
        """Return what comes first, or None."""
        book = IAnnotations(site).get(self._name)
        return _due(book.minKey()) if book else None

    def all_due(self, site: Any) -> list[Due]:
        """Return every step that is noted, the first one first."""
        return [_due(key) for key in IAnnotations(site).get(self._name) or ()]


@implementer(IPeriodicWork)
class DueWork:
    """Takes what is due, a step a transaction: set ``book``, override ``carry_out``."""

    book: DueBook

    def next_at(self, site: Any) -> float:
        """Return when to look: at the first thing due, and for new ones soon."""
        first = self.book.first(site)
        soon = time.time() + LOOK_SECONDS
        return soon if first is None else min(first.moment.timestamp(), soon)

    def begin(self, site: Any) -> "DueWork":
        """Return the round; the book in the database says what is left of it."""
        return self

    def step(self, site: Any) -> bool:
        """Take the first step that is due; return whether another may be."""
        taken = self.take_due(site)
        transaction.commit()
        return taken

    def take_due(self, site: Any) -> bool:
        """Take the first step that is due, if any; return whether there was one."""
        first = self.book.first(site)
        if first is None or first.moment.timestamp() > time.time():
            return False
        self.book.take(site, first)
        self.carry_out(first)
        return True

    def carry_out(self, due: Due) -> None:
        """Do a step whose moment has come; a thing that is gone needs none."""
        raise NotImplementedError


def _due(key: str) -> Due:
    text, uid, step = key.split("|")
    return Due(datetime.fromisoformat(text).replace(tzinfo=UTC), uid, step)
