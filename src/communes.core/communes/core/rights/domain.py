"""Which places wait for a change of their rights, and what lies below them."""

from collections.abc import Iterable
from collections.abc import Mapping


# (path of the place, name of the rule that computes its rights or "", token of
# the change). Plain values only: a database compares them without any object.
Mark = tuple[str, str, str]
Marks = Mapping[Mark, float]  # mark -> when it was asked for, seconds since the epoch


class BothLifted(Exception):
    """Cause: two transactions took marks away at the same time.

    Cure: do the second one again: it may have relied on what the first one lifted.
    """


def is_below(path: str, places: Iterable[str]) -> bool:
    """Tell whether ``path`` is one of ``places`` or lies below one."""
    return any(path == place or path.startswith(f"{place}/") for place in places)


def outermost(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths that lie below no other of them, sorted, each once."""
    kept: list[str] = []
    # A path sorts after those above it, though not always right after.
    for path in sorted(set(paths), key=lambda each: each.split("/")):
        if not is_below(path, kept[-1:]):
            kept.append(path)
    return tuple(kept)


def absorbed(mark: Mark, marks: Iterable[Mark]) -> list[Mark]:
    """Return the other marks whose work a walk beginning now for ``mark`` does too.

    Those of the same place or below it, that ask for no rule or for the same one.
    """
    path, rule, _token = mark
    return [
        each
        for each in marks
        if each != mark and each[1] in ("", rule) and is_below(each[0], [path])
    ]


def merge_marks(base: Marks, committed: Marks, mine: Marks) -> dict[Mark, float]:
    """Return the union of two changes made to ``base`` at the same time.

    :raises BothLifted: both took something away.
    """
    gone_there = base.keys() - committed.keys()
    gone_here = base.keys() - mine.keys()
    if gone_there and gone_here:
        raise BothLifted
    everything = {**base, **committed, **mine}
    gone = gone_there | gone_here
    return {mark: asked for mark, asked in everything.items() if mark not in gone}
