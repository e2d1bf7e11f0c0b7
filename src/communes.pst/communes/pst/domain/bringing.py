"""Elements of another programme put beside those of a plan, each of them once."""

from collections.abc import Mapping
from communes.core.importing.domain import Fate
from communes.core.importing.domain import Row
from communes.pst.domain.element import Action
from communes.pst.domain.element import Element
from communes.pst.domain.element import Link
from communes.pst.domain.labels import KIND_LABELS
from communes.pst.domain.plan import Plan
from communes.pst.domain.plan import Term
from communes.pst.domain.programme import Programme
from dataclasses import dataclass
from dataclasses import replace


@dataclass(frozen=True)
class Joined:
    """A plan with what comes to it.

    :param tree: the plan as it becomes.
    :param added: ids of the elements that are new in it, in the order of the tree.
    :param rows: one for each element that comes, in the order of its own tree.
    """

    tree: Programme
    added: tuple[str, ...]
    rows: tuple[Row, ...]


def joined(base: Programme, coming: Programme) -> Joined:
    """Return ``base`` with the elements of ``coming`` it does not have yet.

    An element is known by its external id, so that the same import done again adds
    only what it did not: what is here stays as it was written since. A number that
    was given out already is left, and drawn anew.

    :raises TreeRefused: the result is no tree.
    """
    here = {one.external_id: one.id for one in base.elements.values()}
    here.pop("", None)
    ids = {id: here.get(one.external_id, id) for id, one in coming.elements.items()}
    new = [one for one in coming.walk() if ids[one.id] == one.id]
    made = [_placed(one, ids, base.plan.last_number) for one in new]
    rows = tuple(
        Row(number, f"{KIND_LABELS[one.kind]} « {one.title} »", fate)
        for number, (one, fate) in enumerate(_fates(coming, ids), start=1)
    )
    tree = base.with_elements(*made, plan=_with_lists(base.plan, coming.plan))
    added = {one.id for one in made}
    return Joined(tree, tuple(one.id for one in tree.walk() if one.id in added), rows)


def _fates(coming: Programme, ids: Mapping[str, str]) -> list[tuple[Element, Fate]]:
    return [
        (one, Fate.CREATED if ids[one.id] == one.id else Fate.UNCHANGED)
        for one in coming.walk()
    ]


def _placed(one: Element, ids: Mapping[str, str], last_number: int) -> Element:
    one = replace(
        one,
        parent=ids.get(one.parent, ""),
        number=one.number if one.number > last_number else 0,
    )
    if isinstance(one, Link):
        return replace(one, target=ids[one.target])
    if isinstance(one, Action):
        return replace(
            one,
            split=tuple(replace(row, place=ids[row.place]) for row in one.split),
            depends_on=tuple(replace(row, on=ids[row.on]) for row in one.depends_on),
        )
    return one


def _with_lists(plan: Plan, other: Plan) -> Plan:
    """Return the plan with the terms and years the elements that come may name."""
    return replace(
        plan,
        ins_code=plan.ins_code or other.ins_code,
        fiscal_year=plan.fiscal_year or other.fiscal_year,
        budget_years=tuple(sorted({*plan.budget_years, *other.budget_years})),
        sources=_terms(plan.sources, other.sources),
        priorities=_terms(plan.priorities, other.priorities),
        categories=_terms(plan.categories, other.categories),
        sector_plans=_terms(plan.sector_plans, other.sector_plans),
    )


def _terms(own: tuple[Term, ...], other: tuple[Term, ...]) -> tuple[Term, ...]:
    known = {one.id for one in own}
    return (*own, *(one for one in other if one.id not in known))
