"""Files that wait to be fetched, and files that were: blobs beside the messages."""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from persistent import Persistent
from plone.namedfile.file import NamedBlobFile
import time
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.exchange.attachments"


class Kept(Persistent):
    """One file and when it was last referred to, in seconds since the epoch."""

    def __init__(self, file: NamedBlobFile) -> None:
        self.file = file
        self.moment = time.time()


class Files(Persistent):
    """The files of a site, by their SHA-256.

    What a peer sent is kept under its name: nobody gets the file of another pair by
    saying its sum.
    """

    def __init__(self) -> None:
        self.own = OOBTree()  # sha256 -> Kept
        self.given = OOBTree()  # (peer, sha256) -> moment
        self.received = OOBTree()  # (peer, sha256) -> Kept

    def prune(self, before: float, needed: frozenset[str]) -> int:
        """Forget files last referred to before ``before``; return how many.

        :param needed: sums that a message that waits still refers to.
        """
        count = 0
        for slot, moment in list(self.given.items()):
            if moment < before and slot[1] not in needed:
                del self.given[slot]
        given = {sha256 for _peer, sha256 in self.given}
        for tree, slot, sha256 in list(self._slots()):
            if (
                sha256 in needed
                or (tree is self.own and sha256 in given)
                or tree[slot].moment >= before
            ):
                continue
            del tree[slot]
            count += 1
        return count

    def _slots(self) -> Iterator[tuple[OOBTree, Any, str]]:
        yield from ((self.own, sha256, sha256) for sha256 in self.own)
        yield from ((self.received, slot, slot[1]) for slot in self.received)


def files_of(site: Any) -> Files:
    """Return the files of a site; the profile made their place.

    :raises KeyError: the profile of the exchange was never applied to this site.
    """
    return IAnnotations(site)[KEY]


def make_files(site: Any) -> None:
    """Make the place of the files, if it is not there."""
    kept = IAnnotations(site)
    if KEY not in kept:
        kept[KEY] = Files()
