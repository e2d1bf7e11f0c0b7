"""Until when an element runs: as planned, or deduced from what it holds."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Element
from communes.pst.domain.element import Planned
from communes.pst.domain.element import Task
from communes.pst.domain.placement import shown
from communes.pst.domain.programme import Programme
from communes.pst.domain.states import DONE_ACTION_STATES
from communes.pst.domain.states import DONE_OBJECTIVE_STATES
from communes.pst.domain.states import DONE_TASK_STATES
from communes.pst.domain.states import WAITING_ACTION_STATES
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True)
class PlannedDay:
    """One day of the planning, and where it comes from.

    :param source: id of the element whose field says it: the element itself when it
        was planned, another one when it is deduced.
    """

    day: date
    source: str


class Board(StrEnum):
    """The boards of what is late, under the ids the field knows."""

    OBJECTIVE_HAS_LATE_ACTION = "action-deadline-has-passed"
    DEADLINE_HAS_PASSED = "deadline-has-passed"
    BEGINNING_IS_LATE = "beginning-is-late"
    DUE_DATE_PASSED = "due_date_passed"


@dataclass(frozen=True)
class Planning:
    """The days of a whole programme, computed once.

    :param begins: when each element begins, by id; what has no day is left out.
    :param ends: until when each element runs, by id, likewise.
    """

    tree: Programme
    begins: Mapping[str, PlannedDay]
    ends: Mapping[str, PlannedDay]

    def boards(self, id: str, today: date) -> frozenset[Board]:
        """Return the boards of late things the element stands on."""
        return frozenset(_boards(self, self.tree.element(id), today))

    def days_late(self, id: str, today: date) -> int:
        """Return since how many days its deadline is past; 0 when it is not late."""
        end = self.ends.get(id)
        if end is None or is_done(self.tree.element(shown(self.tree, id))):
            return 0
        return max((today - end.day).days, 0)


def planning(tree: Programme) -> Planning:
    """Return the days of every element.

    The own field of an element wins. Without it, an element ends with the last of
    what it holds, and begins with the first; a link counts as the action it shows;
    what was stopped does not count, unless everything was.
    """
    begins = _deduced(tree, _own_begin, min)
    ends = _deduced(tree, _own_end, max)
    return Planning(tree, begins, ends)


def is_done(element: Element) -> bool:
    """Tell whether nothing more is expected of the element."""
    done = {
        Kind.STRATEGIC: DONE_OBJECTIVE_STATES,
        Kind.OPERATIONAL: DONE_OBJECTIVE_STATES,
        Kind.ACTION: DONE_ACTION_STATES,
        Kind.SUB_ACTION: DONE_ACTION_STATES,
        Kind.TASK: DONE_TASK_STATES,
    }
    return element.state in done.get(element.kind, frozenset())


def is_stopped(element: Element) -> bool:
    """Tell whether the element was given up."""
    return element.kind in (Kind.ACTION, Kind.SUB_ACTION) and element.state == "stopped"


def _own_begin(element: Element) -> date | None:
    return element.planned_begin if isinstance(element, Planned) else None


def _own_end(element: Element) -> date | None:
    if isinstance(element, Task):
        return element.due_on
    return element.planned_end if isinstance(element, Planned) else None


def _deduced(
    tree: Programme,
    own: Callable[[Element], date | None],
    choose: Callable[[Iterable[tuple[date, str]]], tuple[date, str]],
) -> Mapping[str, PlannedDay]:
    found: dict[str, PlannedDay] = {}

    def settle(element: Element) -> None:
        day = own(element)
        if day is not None:
            found[element.id] = PlannedDay(day, element.id)
            return
        held = [tree.element(shown(tree, one.id)) for one in tree.children(element.id)]
        running = [one for one in held if not is_stopped(one)] or held
        days = [found[one.id] for one in running if one.id in found]
        if days:
            found[element.id] = PlannedDay(
                *choose((one.day, one.source) for one in days)
            )

    for element in deepest_first(tree):
        settle(element)
    for link in tree.of_kind(Kind.ACTION_LINK, Kind.SUB_ACTION_LINK):
        if shown(tree, link.id) in found:
            found[link.id] = found[shown(tree, link.id)]
    return found


_DEPTHS = (Kind.TASK, Kind.SUB_ACTION, Kind.ACTION, Kind.OPERATIONAL, Kind.STRATEGIC)


def deepest_first(tree: Programme) -> Iterator[Element]:
    """Yield every element but links, each after all it holds or shows by a link."""
    levels: dict[Kind, list[Element]] = {}
    for element in tree.walk():
        levels.setdefault(element.kind, []).append(element)
    for kind in (*_DEPTHS, Kind.PART):
        # Read backwards, a task stands after the tasks it holds.
        yield from reversed(levels.get(kind, []))


def _boards(planning: Planning, element: Element, today: date) -> Iterator[Board]:
    late = planning.days_late(element.id, today) > 0
    if element.kind is Kind.TASK and late:
        yield Board.DUE_DATE_PASSED
    if element.kind in (Kind.OPERATIONAL, Kind.ACTION, Kind.SUB_ACTION) and late:
        yield Board.DEADLINE_HAS_PASSED
    if element.kind is Kind.OPERATIONAL and not is_done(element):
        held = planning.tree.children(element.id)
        if any(planning.days_late(one.id, today) for one in held):
            yield Board.OBJECTIVE_HAS_LATE_ACTION
    begin = planning.begins.get(element.id)
    if element.state in WAITING_ACTION_STATES and begin and begin.day < today:
        if element.kind in (Kind.ACTION, Kind.SUB_ACTION):
            yield Board.BEGINNING_IS_LATE
