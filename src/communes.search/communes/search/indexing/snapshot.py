"""Which state of the database a document is read from."""

from typing import Any
from ZODB.utils import u64


def version_of(obj: Any) -> int:
    """Return the number of the last transaction that this sight of ``obj`` includes.

    What the current transaction itself changed is not counted: it is not committed.
    Numbers grow with every transaction of the database, and with the clock.
    """
    storage = obj._p_jar._storage
    # The storage below knows of later transactions, which this connection does not
    # see before its next one; only the adapter in between knows where it stands.
    start = getattr(storage, "_start", None)
    return u64(start) - 1 if start is not None else u64(storage.lastTransaction())
