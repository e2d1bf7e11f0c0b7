"""Small programmes for the tests of the rules, each element in one line."""

from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Action
from communes.pst.domain.element import ActionLink
from communes.pst.domain.element import Element
from communes.pst.domain.element import OperationalObjective
from communes.pst.domain.element import Part
from communes.pst.domain.element import StrategicObjective
from communes.pst.domain.element import SubAction
from communes.pst.domain.element import SubActionLink
from communes.pst.domain.element import Task
from communes.pst.domain.plan import Plan
from communes.pst.domain.programme import Programme
from communes.pst.domain.programme import programme


PLAN = Plan("plan", "PST 2024-2030", budget_years=(2025, 2026, 2027, 2028, 2029, 2030))
CLASSES = {
    kind.kind: kind
    for kind in (
        Part,
        StrategicObjective,
        OperationalObjective,
        Action,
        SubAction,
        ActionLink,
        SubActionLink,
        Task,
    )
}


def part(id: str, **values) -> Element:
    """Return a part of the plan."""
    return Part(id, **{"title": f"Volet {id}"} | values)


def strategic(id: str, parent: str = "", **values) -> Element:
    """Return a strategic objective, under way."""
    return _of(Kind.STRATEGIC, id, parent, "ongoing", values)


def operational(id: str, parent: str, **values) -> Element:
    """Return an operational objective, under way."""
    return _of(Kind.OPERATIONAL, id, parent, "ongoing", values)


def action(id: str, parent: str, **values) -> Element:
    """Return an action, under way."""
    return _of(Kind.ACTION, id, parent, "ongoing", values)


def sub_action(id: str, parent: str, **values) -> Element:
    """Return a sub-action, under way."""
    return _of(Kind.SUB_ACTION, id, parent, "ongoing", values)


def task(id: str, parent: str, **values) -> Element:
    """Return a task to do."""
    return _of(Kind.TASK, id, parent, "to_do", values)


def link(id: str, parent: str, target: str, **values) -> Element:
    """Return a link to an action."""
    return _of(Kind.ACTION_LINK, id, parent, "", {"target": target, **values})


def _of(kind: Kind, id: str, parent: str, state: str, values: dict) -> Element:
    return CLASSES[kind](id, **{"title": id, "parent": parent, "state": state} | values)


def of(*elements: Element, plan: Plan = PLAN) -> Programme:
    """Return the programme of these elements, in the order given."""
    return programme(plan, elements)


def one_branch(*below: Element, plan: Plan = PLAN) -> Programme:
    """Return one objective of each level, "os" and "oo", with ``below`` in it."""
    return of(strategic("os"), operational("oo", "os"), *below, plan=plan)


def sub_link(id: str, parent: str, target: str, **values) -> Element:
    """Return a link to a sub-action."""
    return _of(Kind.SUB_ACTION_LINK, id, parent, "", {"target": target, **values})
