"""Who should look at what: actions nobody updates, days that come, risks to review."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.pst.domain.choices import Kind
from communes.pst.domain.deadline import is_done
from communes.pst.domain.deadline import Planning
from communes.pst.domain.deadline import planning
from communes.pst.domain.element import Action
from communes.pst.domain.element import Element
from communes.pst.domain.element import Planned
from communes.pst.domain.element import Steered
from communes.pst.domain.element import Task
from communes.pst.domain.programme import Programme
from communes.pst.domain.settings import PstSettings
from communes.pst.domain.standing import measures
from communes.pst.domain.states import ActionState
from communes.pst.domain.states import WAITING_ACTION_STATES
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from enum import StrEnum


class Cause(StrEnum):
    """Why somebody is reminded of an element."""

    LATE = "late"
    BEGINS_LATE = "begins_late"
    DUE_SOON = "due_soon"
    STALE = "stale"
    RISK_TO_REVIEW = "risk_to_review"
    TO_MEASURE = "to_measure"


CAUSE_LABELS = {
    Cause.LATE: "Échéance dépassée",
    Cause.BEGINS_LATE: "Devrait avoir commencé",
    Cause.DUE_SOON: "Échéance proche",
    Cause.STALE: "Pas mis à jour récemment",
    Cause.RISK_TO_REVIEW: "Risque à revoir",
    Cause.TO_MEASURE: "Indicateur à mesurer",
}


@dataclass(frozen=True)
class Reminder:
    """One element somebody should look at.

    :param causes: why, the most pressing first.
    :param days: days late (or to go, for what is due soon only).
    """

    element: str
    causes: tuple[Cause, ...]
    days: int = 0


def stale_days(element: Element, today: date, settings: PstSettings) -> int:
    """Return since how many days a running action was not updated; 0 while it is fresh.

    What was never updated has no age: it is not stale but new.
    """
    if element.state != ActionState.ONGOING or not isinstance(element, Action):
        return 0
    if element.updated_on is None:
        return 0
    age = (today - element.updated_on).days
    return age if age > settings.stale_after_days else 0


def reminders(
    tree: Programme, today: date, settings: PstSettings | None = None
) -> tuple[Reminder, ...]:
    """Return every element somebody should look at, in the order of the tree."""
    wanted = settings or PstSettings()
    days = planning(tree)
    found = []
    for element in tree.walk():
        if is_done(element):
            continue
        causes = tuple(_causes(element, days, today, wanted))
        if causes:
            found.append(Reminder(element.id, causes, _days(element, days, today)))
    return tuple(found)


def by_person(
    tree: Programme, found: tuple[Reminder, ...]
) -> Mapping[str, tuple[Reminder, ...]]:
    """Return the reminders of each account: carriers of actions, doers of tasks.

    What nobody carries is under the empty account: it waits for its services.
    """
    people: dict[str, list[Reminder]] = {}
    for reminder in found:
        people.setdefault(carrier(tree, reminder.element), []).append(reminder)
    return {person: tuple(rows) for person, rows in sorted(people.items())}


def carrier(tree: Programme, id: str) -> str:
    """Return the account that is reminded of an element; empty when there is none.

    Its carrier or doer, or the carrier of the nearest action above it.
    """
    for element in (tree.element(id), *reversed(tree.above(id))):
        if isinstance(element, Task) and element.user:
            return element.user
        if isinstance(element, Action) and element.carrier:
            return element.carrier
    return ""


def _causes(
    element: Element, days: Planning, today: date, settings: PstSettings
) -> Iterator[Cause]:
    if isinstance(element, Planned | Task):
        left = _left(element, days, today)
        if left is not None and left < 0:
            yield Cause.LATE
        begin = days.begins.get(element.id)
        waits = element.state in WAITING_ACTION_STATES and isinstance(element, Action)
        if waits and begin and begin.day < today:
            yield Cause.BEGINS_LATE
        if left is not None and 0 <= left <= settings.announce_before_days:
            yield Cause.DUE_SOON
    if stale_days(element, today, settings):
        yield Cause.STALE
    if isinstance(element, Steered):
        open_risks = (one for one in element.risks if one.closed_on is None)
        if any(one.review_on and one.review_on <= today for one in open_risks):
            yield Cause.RISK_TO_REVIEW
        if _to_measure(element, today, settings):
            yield Cause.TO_MEASURE


def _to_measure(element: Steered, today: date, settings: PstSettings) -> bool:
    if element.kind is not Kind.STRATEGIC and element.state in WAITING_ACTION_STATES:
        return False
    oldest = today - timedelta(days=settings.measure_every_days)
    for indicator in element.indicators:
        known = measures(indicator, today)
        if indicator.targets and (not known or known[-1].day < oldest):
            return True
    return False


def _left(element: Element, days: Planning, today: date) -> int | None:
    end = days.ends.get(element.id)
    return (end.day - today).days if end else None


def _days(element: Element, days: Planning, today: date) -> int:
    left = _left(element, days, today)
    return abs(left) if left is not None else 0
