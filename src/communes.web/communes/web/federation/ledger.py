"""What was shared and what was received, by identifier: versions and where it is."""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zope.annotation.interfaces import IAnnotations


SENT = "communes.web.shared"
RECEIVED = "communes.web.received"


@dataclass(frozen=True)
class Sent:
    """The last version told of a content; ``mark`` is empty once it was withdrawn."""

    name: str
    version: int
    mark: str
    url: str


@dataclass(frozen=True)
class Received:
    """The last version taken of a content of another commune.

    ``uid`` is the content here, empty once it was withdrawn. ``hidden``: somebody here
    chose not to show it, whatever comes.
    """

    name: str
    version: int
    uid: str
    hidden: bool
    commune: str
    url: str


def sent(site: Any, uid: str) -> Sent | None:
    """Return what was last told of a content, None when nothing ever was."""
    row = IAnnotations(site).get(SENT, {}).get(uid)
    return Sent(*row) if row else None


def keep_sent(site: Any, uid: str, told: Sent) -> None:
    """Keep what was told of a content."""
    _tree(site, SENT)[uid] = (told.name, told.version, told.mark, told.url)


def received(site: Any, sender: str, id: str) -> Received | None:
    """Return what was last taken of a content of a sender, None when nothing was."""
    row = IAnnotations(site).get(RECEIVED, {}).get(_key(sender, id))
    return Received(*row) if row else None


def keep_received(site: Any, sender: str, id: str, taken: Received) -> None:
    """Keep what was taken of a content of a sender."""
    _tree(site, RECEIVED)[_key(sender, id)] = (
        taken.name, taken.version, taken.uid, taken.hidden, taken.commune, taken.url,
    )  # fmt: skip


def all_received(site: Any) -> Iterator[tuple[str, str, Received]]:
    """Yield sender, identifier there, and what was last taken."""
    for key, row in IAnnotations(site).get(RECEIVED, {}).items():
        sender, _break, id = key.partition("\n")
        yield sender, id, Received(*row)


def _key(sender: str, id: str) -> str:
    return f"{sender}\n{id}"


def _tree(site: Any, name: str) -> OOBTree:
    annotations = IAnnotations(site)
    if name not in annotations:
        annotations[name] = OOBTree()
    return annotations[name]
