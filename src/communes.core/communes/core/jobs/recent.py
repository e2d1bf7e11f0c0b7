"""What was done a moment ago, for readers of something that shows it a little later.

Only the worker writes here, in the commit that settles a batch. Plain values: the
database merges what two workers note at the same time.
"""

from collections.abc import Iterable
from persistent import Persistent


# (until when it counts, in seconds since the epoch; kind; keys)
Done = tuple[float, str, tuple[str, ...]]


class Recent(Persistent):
    """Batches that were done, each until its time is over."""

    def __init__(self) -> None:
        self.done: tuple[Done, ...] = ()

    def put(self, kind: str, keys: Iterable[str], until: float, now: float) -> None:
        """Note ``keys`` until then; what is over at ``now`` is dropped."""
        kept = tuple(each for each in self.done if each[0] > now)
        self.done = (*kept, (until, kind, tuple(sorted(keys))))

    def keys(self, kind: str, now: float) -> set[str]:
        """Return the keys of ``kind`` that still count."""
        return {
            key
            for until, each, keys in self.done
            if each == kind and until > now
            for key in keys
        }

    def _p_resolveConflict(  # noqa: N802 - the name is the database's
        self, base: dict, committed: dict, mine: dict
    ) -> dict:
        # What one of the two has dropped is over, and counts no more anyhow.
        both = dict.fromkeys((*committed["done"], *mine["done"]))
        return {**committed, "done": tuple(both)}
