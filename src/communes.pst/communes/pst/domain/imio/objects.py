"""Objectives, actions, links and tasks of the former software, as elements."""

from collections.abc import Mapping
from communes.pst.domain.choices import BudgetService
from communes.pst.domain.choices import BudgetSide
from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Action
from communes.pst.domain.element import ActionLink
from communes.pst.domain.element import Element
from communes.pst.domain.element import OperationalObjective
from communes.pst.domain.element import StrategicObjective
from communes.pst.domain.element import SubAction
from communes.pst.domain.element import SubActionLink
from communes.pst.domain.element import Task
from communes.pst.domain.imio.told import Told
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.indicator import Measure
from communes.pst.domain.indicator import YearTarget
from communes.pst.domain.labels import state_labels
from communes.pst.domain.money import Article
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.money import Projection
from communes.pst.domain.money import Share
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from typing import Any


LINKS = {Kind.OPERATIONAL: ActionLink, Kind.ACTION: SubActionLink}


@dataclass(frozen=True)
class OldNames:
    """What the names of the former software are called here; empty: left out.

    :param services: by the id of the organisation there.
    :param people: by the id of the person, of the function or of the account there.
    """

    services: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)


def element_of(
    told: Told, kind: Kind, parent: str, position: int, names: OldNames
) -> Element:
    """Return the element an object describes; its faults are noted in ``told``."""
    values: dict[str, Any] = {
        "id": told.text("UID"),
        "external_id": told.text("UID"),
        "title": told.text("title"),
        "parent": parent,
        "position": position,
    }
    if kind in (Kind.ACTION_LINK, Kind.SUB_ACTION_LINK):
        link = ActionLink if kind is Kind.ACTION_LINK else SubActionLink
        return link(**values, target=_source(told))
    values["state"] = _state(told, kind)
    if kind is Kind.TASK:
        return _task(told, values, names)
    values["number"] = told.whole("reference_number")
    values |= _steered(told)
    if kind is Kind.STRATEGIC:
        return StrategicObjective(**values)
    values |= _planned(told, names)
    if kind is Kind.OPERATIONAL:
        people = _named(told, "administrative_responsible", names.people)
        return OperationalObjective(**values, administratives=people)
    return (Action if kind is Kind.ACTION else SubAction)(
        **values,
        carrier=next(iter(_named(told, "responsible", names.people)), ""),
        health=told.choice("health_indicator", Health, Health.GOOD),
        health_details=told.text("health_indicator_details"),
        progress=told.whole("progress"),
        split=tuple(
            Share(row.text("uid"), row.number("percentage"))
            for row in told.rows("budget_split")
        ),
    )


def _source(told: Told) -> str:
    source = told.values.get("source")
    return Told(source).text("UID") if isinstance(source, Mapping) else ""


def _state(told: Told, kind: Kind) -> str:
    state = told.text("review_state")
    if state not in state_labels(kind):
        told.fault("review_state", ", ".join(state_labels(kind)))
    return state


def _task(told: Told, values: dict[str, Any], names: OldNames) -> Task:
    return Task(
        **values,
        description=told.html("task_description"),
        service=next(iter(_named(told, "assigned_group", names.services)), ""),
        user=next(iter(_named(told, "assigned_user", names.people)), ""),
        due_on=told.day("due_date"),
        enquirer=next(iter(_named(told, "enquirer", names.services)), ""),
    )


def _steered(told: Told) -> dict[str, Any]:
    return {
        "description": told.html("description_rich") or told.html("description"),
        "categories": told.tokens("categories"),
        "sdgs": tuple(
            int(one) if one.isascii() and one.isdigit() else 0
            for one in told.tokens("sdgs")
        ),
        "plans": told.tokens("plan"),
        "budget": tuple(_budget(row) for row in told.rows("budget")),
        "budget_comments": told.html("budget_comments"),
        "articles": tuple(_article(row) for row in told.rows("analytic_budget")),
        "projections": tuple(_projection(row) for row in told.rows("projection")),
        "indicators": _indicators(told),
        "observation": told.html("observation"),
        "comments": told.html("comments", "progress_state_comments"),
    }


def _sdgs(told: Told) -> tuple[int, ...]:
    """Return the goals by number; 0, which is none, for what is no number."""
    return tuple(
        int(one) if one.isascii() and one.isdigit() else 0
        for one in told.tokens("sdgs")
    )


def _planned(told: Told, names: OldNames) -> dict[str, Any]:
    return {
        "priority": told.text("priority"),
        "managers": _named(told, "manager", names.services),
        "visible_for": _named(told, "visible_for", names.services),
        "partners": told.lines("extra_concerned_people"),
        "mandataries": _named(told, "representative_responsible", names.people),
        "planned_begin": told.day("planned_begin_date"),
        "effective_begin": told.day("effective_begin_date"),
        "planned_end": told.day("planned_end_date"),
        "effective_end": told.day("effective_end_date"),
    }


def _named(told: Told, name: str, known: Mapping[str, str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for old in told.tokens(name):
        if old not in known:
            told.fault(name, f"un nom connu (dites ce que devient « {old} »)")
        elif known[old]:
            found[known[old]] = None
    return tuple(found)


def _budget(row: Told) -> BudgetRow:
    return BudgetRow(
        row.text("budget_type"),
        row.whole("year"),
        row.amount("amount"),
        row.text("budget_comment"),
    )


def _article(row: Told) -> Article:
    return Article(
        row.whole("year"),
        row.choice("service", BudgetService, BudgetService.ORDINARY),
        row.choice("btype", BudgetSide, BudgetSide.EXPENSE),
        row.text("article"),
        row.text("title"),
        row.amount("amount"),
    )


def _projection(row: Told) -> Projection:
    return Projection(
        row.choice("service", BudgetService, BudgetService.ORDINARY),
        row.choice("btype", BudgetSide, BudgetSide.EXPENSE),
        row.text("group"),
        row.text("title"),
        row.whole("year"),
        row.amount("amount"),
    )


def _indicators(told: Told) -> tuple[Indicator, ...]:
    """Return one indicator a label: there, each year of it was a row of its own.

    A second row of the same label and year is another indicator. What was reached is
    measured on the last day of its year; zero was the default, and is no measure.
    """
    series: dict[tuple[str, int], dict[int, Told]] = {}
    for row in told.rows("result_indicator"):
        label, year, copy = row.text("label"), row.whole("year"), 0
        while year in series.get((label, copy), {}):
            copy += 1
        series.setdefault((label, copy), {})[year] = row
    return tuple(
        Indicator(
            f"indicateur-{index}",
            label,
            targets=tuple(
                YearTarget(year, row.number("value")) for year, row in rows.items()
            ),
            measures=tuple(
                Measure(date(year, 12, 31), row.number("reached_value"))
                for year, row in rows.items()
                if row.number("reached_value") and 1 <= year <= 9999
            ),
        )
        for index, ((label, _), rows) in enumerate(series.items(), start=1)
    )
