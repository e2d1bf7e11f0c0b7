"""How far what stands was said to each peer, so that it goes on from there."""

from BTrees.OOBTree import OOBTree
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.exchange.backlog"
#: What was said last: its kind and its key.
Mark = tuple[str, str]


def mark_of(site: Any, name: str) -> Mark | None:
    """Return what was said last to a peer; None at the beginning."""
    return (IAnnotations(site).get(KEY) or {}).get(name)


def keep_mark(site: Any, name: str, mark: Mark) -> None:
    """Keep what was said last to a peer."""
    kept = IAnnotations(site)
    if KEY not in kept:
        kept[KEY] = OOBTree()
    kept[KEY][name] = mark


def drop_mark(site: Any, name: str) -> None:
    """Begin anew with a peer."""
    kept = IAnnotations(site).get(KEY)
    if kept is not None:
        kept.pop(name, None)
