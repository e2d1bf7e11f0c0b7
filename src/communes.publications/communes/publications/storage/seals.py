"""Which publication a sealed document is of: the sums of the whole portal."""

from BTrees.OOBTree import OOBTree
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.publications.seals"


def note(site: Any, sha256: str, uid: str, number: int) -> None:
    """Note that a document was shown by a publication."""
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    # The same text shown again has the same document: the last showing is meant.
    annotations[KEY][sha256] = (uid, number)


def find(site: Any, sha256: str) -> tuple[str, int] | None:
    """Return the publication and the number of a showing, or None."""
    book = IAnnotations(site).get(KEY) or {}
    found: tuple[str, int] | None = book.get(sha256)
    return found
