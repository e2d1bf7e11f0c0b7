"""One persistent object per counter, so that two counters never conflict."""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "communes.core.numbering"


class Counter(Persistent):
    """The next number of one series.

    It must never resolve conflicts: the conflict of two takers is what keeps a
    number from being given twice.
    """

    def __init__(self, following: int = 1) -> None:
        self.following = following

    def take(self) -> int:
        """Return the next number and step over it."""
        number = self.following
        self.following = number + 1
        return number


def counter_of(context: object, name: str) -> Counter | None:
    """Return the counter of ``context`` named ``name``, if it was ever used."""
    counters = IAnnotations(context).get(KEY)
    return None if counters is None else counters.get(name)


def ensure_counter(context: object, name: str) -> Counter:
    """Return the counter of ``context`` named ``name``, made when it is missing."""
    annotations = IAnnotations(context)
    counters = annotations.get(KEY)
    if counters is None:
        counters = annotations[KEY] = OOBTree()
    counter = counters.get(name)
    if counter is None:
        counter = counters[name] = Counter()
    return counter
