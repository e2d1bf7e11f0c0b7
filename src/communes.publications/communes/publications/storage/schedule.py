"""What is due when: one small book for the whole portal, read by the worker."""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.publications.schedule"
PUBLISH, ARCHIVE = "publish", "archive"


@dataclass(frozen=True)
class Due:
    """A step to take on a publication at a moment."""

    moment: datetime
    uid: str
    step: str

    @property
    def key(self) -> str:
        """Sorts by moment; in UTC, so that summer and winter do not mix."""
        return f"{self.moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}|{self.uid}|{self.step}"


def put(site: Any, due: Due) -> None:
    """Note a step; the earlier ones of its publication are forgotten."""
    forget(site, due.uid)
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    annotations[KEY][due.key] = due.step


def forget(site: Any, uid: str) -> None:
    """Forget what was to be done with a publication."""
    book = IAnnotations(site).get(KEY) or {}
    for key in [key for key in book if key.split("|")[1] == uid]:
        del book[key]


def first(site: Any) -> Due | None:
    """Return what comes first, or None."""
    book = IAnnotations(site).get(KEY)
    if not book:
        return None
    text, uid, step = book.minKey().split("|")
    return Due(datetime.fromisoformat(text).replace(tzinfo=UTC), uid, step)
