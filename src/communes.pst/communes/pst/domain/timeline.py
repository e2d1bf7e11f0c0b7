"""The programme over time: a bar for each element, and what holds up the end."""

from collections.abc import Mapping
from communes.pst.domain.choices import Kind
from communes.pst.domain.deadline import is_done
from communes.pst.domain.deadline import Planning
from communes.pst.domain.deadline import planning
from communes.pst.domain.dependency import dependencies
from communes.pst.domain.dependency import in_order
from communes.pst.domain.element import Planned
from communes.pst.domain.placement import shown
from communes.pst.domain.programme import Programme
from communes.pst.domain.reference import reference
from dataclasses import dataclass
from datetime import date
from datetime import timedelta


ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Bar:
    """One row of the timeline.

    :param depth: how deep it stands, 0 directly under the plan.
    :param begin: first planned day; None when no day is known.
    :param end: last planned day, included, never before ``begin``.
    :param done_from: first day of the real work, None before it began.
    :param done_to: last day of the real work; None while it goes on.
    :param progress: percents, to fill the bar.
    :param days_late: days past its deadline, 0 when it is not late.
    :param critical: whether a day lost here is a day lost for the whole plan.
    :param waits_for: ids of the actions it waits for.
    """

    id: str
    kind: Kind
    title: str
    reference: str
    depth: int
    begin: date | None
    end: date | None
    done_from: date | None
    done_to: date | None
    progress: int
    days_late: int
    critical: bool
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class Slot:
    """When an action can run, dependencies respected.

    :param earliest: (first, last) day when nothing is lost.
    :param slack: days it may slip without moving the end of the plan.
    :param pushed: days its planned begin comes too early for what it waits for.
    """

    earliest: tuple[date, date]
    slack: int
    pushed: int


@dataclass(frozen=True)
class Timeline:
    """All rows, and the span they need."""

    bars: tuple[Bar, ...]
    first: date | None
    last: date | None


def slots(tree: Programme, days: Planning | None = None) -> Mapping[str, Slot]:
    """Return when each action with known days can run, by id.

    An action begins on its planned day, or once all it waits for has ended (plus the
    lag); it lasts as long as planned. Finished and stopped actions keep their days
    and have no slack to lose; they hold nobody up.
    """
    days = days or planning(tree)
    needs = dependencies(tree)
    early: dict[str, tuple[date, date]] = {}
    pushed: dict[str, int] = {}
    for id in in_order(tree):
        span = _span(days, id)
        if span is None:
            continue
        begin = span[0]
        for need in needs[id]:
            if need.on in early and not is_done(tree.element(need.on)):
                begin = max(begin, early[need.on][1] + ONE_DAY * (1 + need.lag))
        if is_done(tree.element(id)):
            begin = span[0]
        pushed[id] = (begin - span[0]).days
        early[id] = (begin, begin + (span[1] - span[0]))
    late = _latest(tree, early)
    return {
        id: Slot(span, (late[id] - span[1]).days, pushed[id])
        for id, span in early.items()
    }


def critical_path(tree: Programme) -> tuple[str, ...]:
    """Return the unfinished actions without slack, by the day they can begin."""
    found = slots(tree)
    critical = [
        id
        for id, slot in found.items()
        if not slot.slack and not is_done(tree.element(id))
    ]
    return tuple(sorted(critical, key=lambda id: (found[id].earliest, id)))


def timeline(
    tree: Programme, today: date, percents: Mapping[str, int], tasks: bool = False
) -> Timeline:
    """Return the rows of the timeline, in the order of the tree.

    :param percents: the progress of each element, by id.
    :param tasks: whether tasks have rows too.
    """
    days = planning(tree)
    critical = set(critical_path(tree))
    needs = dependencies(tree)
    bars = []
    depths = {"": -1}
    for element in tree.walk():
        depths[element.id] = depths[element.parent] + 1
        if element.kind is Kind.TASK and not tasks:
            continue
        target = tree.element(shown(tree, element.id))
        begin, end = _span(days, element.id) or (None, None)
        real = target if isinstance(target, Planned) else None
        bars.append(
            Bar(
                id=element.id,
                kind=element.kind,
                title=element.title,
                reference=reference(element),
                depth=depths[element.id],
                begin=begin,
                end=end,
                done_from=real.effective_begin if real else None,
                done_to=real.effective_end if real else None,
                progress=percents.get(element.id, 0),
                days_late=days.days_late(element.id, today),
                critical=target.id in critical,
                waits_for=tuple(need.on for need in needs.get(element.id, ())),
            )
        )
    return Timeline(tuple(bars), *_extent(bars))


def _span(days: Planning, id: str) -> tuple[date, date] | None:
    begin, end = days.begins.get(id), days.ends.get(id)
    if begin is None and end is None:
        return None
    first = (begin or end).day  # type: ignore[union-attr]  # one of them is there
    return first, max(first, end.day if end else first)


def _extent(bars: list[Bar]) -> tuple[date | None, date | None]:
    days = [
        day
        for bar in bars
        for day in (bar.begin, bar.end, bar.done_from, bar.done_to)
        if day is not None
    ]
    return (min(days), max(days)) if days else (None, None)


def _latest(
    tree: Programme, early: Mapping[str, tuple[date, date]]
) -> Mapping[str, date]:
    """Return the last day each action may end on without moving the end of the plan."""
    running = {id for id in early if not is_done(tree.element(id))}
    last = max((early[id][1] for id in running), default=date.min)
    late = {id: last if id in running else early[id][1] for id in early}
    needs = dependencies(tree)
    for id in reversed(in_order(tree)):
        if id not in early or id not in running:
            continue
        begin = late[id] - (early[id][1] - early[id][0])
        for need in needs[id]:
            if need.on in running:
                late[need.on] = min(late[need.on], begin - ONE_DAY * (1 + need.lag))
    return late
