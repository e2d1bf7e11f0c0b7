"""An agenda as a row of numbered entries, and how their numbers are kept in order.

A number counts in hundredths, so that 301 is shown as 3.1: a sub-item, which follows
its main item wherever that goes.
"""

from collections.abc import Iterable
from communes.deliberations.domain.errors import NotOnAgenda
from dataclasses import dataclass
from dataclasses import replace


STEP = 100


@dataclass(frozen=True)
class AgendaEntry:
    """One item as the order of an agenda sees it; ``number`` 0 is not placed yet."""

    id: str
    number: int = 0
    list_type: str = ""
    privacy: str = "public"
    treatment: str = "decision"
    category: str = ""
    service: str = ""
    group_in_charge: str = ""
    poll_type: str = ""
    sent_to: str = ""
    title: str = ""

    @property
    def is_sub(self) -> bool:
        """Whether the entry hangs below a main one."""
        return self.number % STEP != 0


def display_number(number: int) -> str:
    """Return a number as people read it: 300 is "3", 301 is "3.1"."""
    main, sub = divmod(number, STEP)
    return f"{main}.{sub}" if sub else str(main)


def running_number(first: int, number: int) -> str:
    """Return the continuous number: ``first`` is the one of the meeting's item 1."""
    main, sub = divmod(number, STEP)
    return display_number((first + main - 1) * STEP + sub)


def by_number(entries: Iterable[AgendaEntry]) -> tuple[AgendaEntry, ...]:
    """Return the entries in the order of their numbers."""
    return tuple(sorted(entries, key=lambda entry: entry.number))


def blocks(agenda: Iterable[AgendaEntry]) -> list[list[AgendaEntry]]:
    """Return the main entries in order, each followed by its sub-items."""
    found: list[list[AgendaEntry]] = []
    for entry in by_number(agenda):
        if entry.is_sub and found:
            found[-1].append(entry)
        else:
            found.append([entry])
    return found


def numbered(groups: Iterable[Iterable[AgendaEntry]]) -> tuple[AgendaEntry, ...]:
    """Return the entries of ``groups`` numbered 100, 101, 200...: no gap, no twin."""
    found: list[AgendaEntry] = []
    for place, group in enumerate((list(one) for one in groups), start=1):
        for sub, entry in enumerate(group):
            found.append(replace(entry, number=place * STEP + sub))
    return tuple(found)


def renumbered(agenda: Iterable[AgendaEntry]) -> tuple[AgendaEntry, ...]:
    """Return the agenda in the same order, its numbers without gap or twin."""
    return numbered(blocks(agenda))


def removed(agenda: Iterable[AgendaEntry], id: str) -> tuple[AgendaEntry, ...]:
    """Return the agenda without ``id``; what followed it moves up.

    The first sub-item of a removed main entry takes its place.
    """
    groups = blocks(agenda)
    block, place = _find(groups, id)
    del block[place]
    return numbered(group for group in groups if group)


def withdrawn(agenda: Iterable[AgendaEntry], id: str) -> tuple[AgendaEntry, ...]:
    """Return a frozen agenda without ``id``; every other number stays as it is."""
    entries = by_number(agenda)
    _find(blocks(entries), id)
    return tuple(entry for entry in entries if entry.id != id)


def moved(
    agenda: Iterable[AgendaEntry], id: str, before: str | None
) -> tuple[AgendaEntry, ...]:
    """Return the agenda with ``id`` put before the entry ``before`` (None: at the end).

    A main item takes its sub-items along. Put before a sub-item, it becomes a
    sub-item of the same main item; a sub-item put before a main one stands alone.
    """
    groups = blocks(agenda)
    block, place = _find(groups, id)
    carried = block[place:] if place == 0 else [block[place]]
    if before in {entry.id for entry in carried}:
        return numbered(groups)
    del block[place : place + len(carried)]
    groups = [group for group in groups if group]
    if before is None:
        groups.append(carried)
        return numbered(groups)
    target, position = _find(groups, before)
    if position:
        target[position:position] = carried
    else:
        groups.insert(groups.index(target), carried)
    return numbered(groups)


def moved_up(agenda: Iterable[AgendaEntry], id: str) -> tuple[AgendaEntry, ...]:
    """Return the agenda with ``id`` one place earlier among its neighbours."""
    return _swapped(agenda, id, -1)


def moved_down(agenda: Iterable[AgendaEntry], id: str) -> tuple[AgendaEntry, ...]:
    """Return the agenda with ``id`` one place later among its neighbours."""
    return _swapped(agenda, id, 1)


def attached(agenda: Iterable[AgendaEntry], id: str) -> tuple[AgendaEntry, ...]:
    """Return the agenda with ``id`` as last sub-item of the main item before it."""
    groups = blocks(agenda)
    block, place = _find(groups, id)
    index = groups.index(block)
    if place == 0 and index > 0:
        groups[index - 1].extend(groups.pop(index))
    return numbered(groups)


def detached(agenda: Iterable[AgendaEntry], id: str) -> tuple[AgendaEntry, ...]:
    """Return the agenda with the sub-item ``id`` as a main item after its own."""
    groups = blocks(agenda)
    block, place = _find(groups, id)
    if place:
        groups.insert(groups.index(block) + 1, [block.pop(place)])
    return numbered(groups)


def _swapped(
    agenda: Iterable[AgendaEntry], id: str, step: int
) -> tuple[AgendaEntry, ...]:
    groups = blocks(agenda)
    block, place = _find(groups, id)
    if place:
        other = place + step
        if 1 <= other < len(block):
            block[place], block[other] = block[other], block[place]
        return numbered(groups)
    index = groups.index(block)
    other = index + step
    if 0 <= other < len(groups):
        groups[index], groups[other] = groups[other], groups[index]
    return numbered(groups)


def _find(groups: list[list[AgendaEntry]], id: str) -> tuple[list[AgendaEntry], int]:
    for group in groups:
        for place, entry in enumerate(group):
            if entry.id == id:
                return group, place
    raise NotOnAgenda(item=id)
