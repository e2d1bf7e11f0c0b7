"""What changed between two days: added, removed, moved, and each value that differs."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from communes.pst.domain.element import Element
from communes.pst.domain.plain import to_plain
from communes.pst.domain.programme import Programme
from communes.pst.domain.snapshot import Figures
from dataclasses import dataclass
from dataclasses import fields


# Where it stands is told as a move; the day of the last change says nothing itself.
_APART = frozenset({"id", "parent", "position", "updated_on"})


@dataclass(frozen=True)
class Move:
    """An element that stands under another one; empty ids are the plan itself."""

    element: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One value that differs, as plain values on both sides.

    :param field: a field of the element, or a figure it comes to: ``progress``,
        ``health``, ``deadline``, ``total``.
    :param computed: whether it is such a figure.
    """

    element: str
    field: str
    before: object
    after: object
    computed: bool = False


@dataclass(frozen=True)
class Comparison:
    """All that differs; ids in the order of the newer tree, removed ones of the older.

    Elements are the same when they have the same id.
    """

    added: tuple[str, ...]
    removed: tuple[str, ...]
    moved: tuple[Move, ...]
    changed: tuple[Change, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.added or self.removed or self.moved or self.changed)

    def of(self, id: str) -> tuple[Change, ...]:
        """Return the changes of one element."""
        return tuple(change for change in self.changed if change.element == id)


@dataclass(frozen=True)
class Addition:
    """Elements added below one that was there; an empty id is the plan itself.

    :param elements: ids in the order of the tree, each before what it holds.
    """

    below: str
    elements: tuple[str, ...]


def additions(after: Programme, added: Sequence[str]) -> tuple[Addition, ...]:
    """Return what was added, gathered below the nearest element that is not new.

    :param added: ids in the order of the tree.
    """
    new = frozenset(added)
    found: dict[str, list[str]] = {}
    for id in added:
        above = after.element(id).parent
        while above in new:
            above = after.element(above).parent
        found.setdefault(above, []).append(id)
    return tuple(Addition(below, tuple(ids)) for below, ids in found.items())


def compare(
    before: Programme,
    after: Programme,
    figures: tuple[Mapping[str, Figures], Mapping[str, Figures]] | None = None,
) -> Comparison:
    """Return what changed from one programme to the other.

    :param figures: what the elements came to before and after; None: leave it out.
    """
    old, new = before.elements, after.elements
    both = [one for one in after.walk() if one.id in old]
    changed: list[Change] = []
    for element in both:
        changed += _field_changes(old[element.id], element)
        if figures:
            changed += _figure_changes(element.id, *figures)
    return Comparison(
        tuple(one.id for one in after.walk() if one.id not in old),
        tuple(one.id for one in before.walk() if one.id not in new),
        tuple(
            Move(one.id, old[one.id].parent, one.parent)
            for one in both
            if old[one.id].parent != one.parent
        ),
        tuple(changed),
    )


def _field_changes(before: Element, after: Element) -> Iterator[Change]:
    if before == after:
        return
    names = dict.fromkeys(one.name for side in (before, after) for one in fields(side))
    for name in names:
        if name in _APART:
            continue
        old, new = getattr(before, name, None), getattr(after, name, None)
        if old != new:
            yield Change(after.id, name, to_plain(old), to_plain(new))


def _figure_changes(
    id: str, before: Mapping[str, Figures], after: Mapping[str, Figures]
) -> Iterator[Change]:
    if id not in before or id not in after:
        return
    old, new = before[id], after[id]
    for name, one, other in (
        ("progress", old.progress, new.progress),
        ("health", old.health, new.health),
        ("deadline", old.deadline, new.deadline),
        ("total", old.budget, new.budget),
    ):
        if one != other:
            yield Change(id, name, to_plain(one), to_plain(other), computed=True)
