"""All that may be wrong with one element as it was filled in, in sentences."""

from collections.abc import Collection
from collections.abc import Iterator
from communes.core.errors.domain import DomainError
from communes.core.errors.domain import Reason
from communes.core.errors.domain import RuleRefused
from communes.pst.domain.deadline import is_done
from communes.pst.domain.dependency import check_dependencies
from communes.pst.domain.element import Action
from communes.pst.domain.element import Element
from communes.pst.domain.element import OperationalObjective
from communes.pst.domain.element import Planned
from communes.pst.domain.element import Steered
from communes.pst.domain.element import Task
from communes.pst.domain.errors import because
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.money import CENT
from communes.pst.domain.plan import Term
from communes.pst.domain.programme import Programme
from communes.pst.domain.progress import check_override
from communes.pst.domain.risk_matrix import obstacles as risk_obstacles
from communes.pst.domain.sdg import goals
from communes.pst.domain.split import split_obstacles
from communes.pst.domain.standing import obstacles as indicator_obstacles
from communes.pst.domain.states import ObjectiveState
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and the field it is wrong at."""

    field: str
    reason: Reason


def problems(tree: Programme, id: str) -> tuple[Problem, ...]:
    """Return what is wrong with one element, field by field; nothing when it is right.

    :raises UnknownElement: the programme has no element of that id.
    """
    return tuple(_problems(tree, tree.element(id)))


def starting_problems(element: OperationalObjective) -> tuple[Problem, ...]:
    """Return what an operational objective lacks before it may begin."""
    missing = {
        "mandataries": because(
            "mandataries_missing", "Désignez le mandataire responsable."
        ),
        "administratives": because(
            "administratives_missing", "Désignez le responsable administratif."
        ),
    }
    return tuple(
        Problem(field, reason)
        for field, reason in missing.items()
        if not getattr(element, field)
    )


def _problems(tree: Programme, one: Element) -> Iterator[Problem]:
    if not one.title.strip():
        yield Problem("title", because("title_missing", "Donnez un intitulé."))
    if isinstance(one, Steered | Task) and one.weight < 0:
        yield _out("weight", one.weight, "un poids positif ou nul")
    if isinstance(one, Steered):
        yield from _steered(tree, one)
    if isinstance(one, Planned):
        yield from _planned(tree, one)
    if isinstance(one, OperationalObjective) and one.state != ObjectiveState.CREATED:
        yield from () if is_done(one) else starting_problems(one)
    if isinstance(one, Action):
        yield from _action(tree, one)


def _steered(tree: Programme, one: Steered) -> Iterator[Problem]:
    plan = tree.plan
    yield from _unknown("categories", one.categories, plan.categories)
    yield from _unknown("plans", one.plans, plan.sector_plans)
    for number in one.sdgs:
        if not 1 <= number <= len(goals()):
            yield _out("sdgs", number, "un objectif de 1 à 17")
    for row in one.budget:
        yield from _budget(tree, row)
    yield from _registers(one)
    if one.override:
        try:
            check_override(one.override)
        except DomainError as error:
            yield Problem("override", error.reason)


def _registers(one: Steered) -> Iterator[Problem]:
    for indicator in one.indicators:
        for reason in indicator_obstacles(indicator):
            yield Problem("indicators", reason)
    for risk in one.risks:
        for reason in risk_obstacles(risk):
            yield Problem("risks", reason)
    for name, rows in (("indicators", one.indicators), ("risks", one.risks)):
        ids = [row.id for row in rows]
        if len(set(ids)) < len(ids):
            reason = because("row_twice", "Deux lignes ont le même identifiant.")
            yield Problem(name, reason)


def _budget(tree: Programme, row: BudgetRow) -> Iterator[Problem]:
    yield from _unknown("budget", (row.source,), tree.plan.sources)
    if tree.plan.budget_years and row.year not in tree.plan.budget_years:
        years = tree.plan.budget_years
        yield _out("budget", row.year, f"une année de {min(years)} à {max(years)}")
    if row.amount < 0 or row.amount % CENT:
        yield _out("budget", row.amount, "un montant positif, au cent près")


def _planned(tree: Programme, one: Planned) -> Iterator[Problem]:
    if one.priority:
        yield from _unknown("priority", (one.priority,), tree.plan.priorities)
    for begin, end in (("planned_begin", "planned_end"), _EFFECTIVE):
        first, last = getattr(one, begin), getattr(one, end)
        if first and last and last < first:
            yield Problem(
                end,
                because("ends_before_begin", "La fin précède le début : corrigez-la."),
            )


_EFFECTIVE = ("effective_begin", "effective_end")


def _action(tree: Programme, one: Action) -> Iterator[Problem]:
    if not 0 <= one.progress <= 100:
        yield _out("progress", one.progress, "un avancement de 0 à 100")
    if one.fte < 0 or one.fte % CENT:
        yield _out("fte", one.fte, "un nombre positif, au centième près")
    for reason in split_obstacles(tree, one.id, one.split):
        yield Problem("split", reason)
    unknown = [need.on for need in one.depends_on if need.on not in tree.elements]
    yield from (_out("depends_on", id, "une action de ce programme") for id in unknown)
    known = [need for need in one.depends_on if need.on in tree.elements]
    try:
        check_dependencies(tree, one.id, known)
    except RuleRefused as error:
        yield from (Problem("depends_on", reason) for reason in error.reasons)


def _unknown(
    field: str, ids: Collection[str], terms: tuple[Term, ...]
) -> Iterator[Problem]:
    known = {term.id for term in terms}
    for id in ids:
        if id not in known:
            titles = ", ".join(term.id for term in terms) or "la liste du plan est vide"
            yield _out(field, id, f"une valeur parmi {titles}")


def _out(field: str, value: object, expected: str) -> Problem:
    return Problem(
        field,
        because(
            "invalid_value",
            "« ${value} » n'est pas valable : ${expected}.",
            value=value,
            expected=expected,
        ),
    )
