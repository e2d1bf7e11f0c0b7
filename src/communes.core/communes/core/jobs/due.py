"""What is due when: a small book of a site, that a round of the worker reads."""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from typing import Any
from zope.annotation.interfaces import IAnnotations


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


def _due(key: str) -> Due:
    text, uid, step = key.split("|")
    return Due(datetime.fromisoformat(text).replace(tzinfo=UTC), uid, step)
