"""What the accounts say of a branch, and how much work it takes."""

from collections.abc import Mapping
from communes.pst.domain.budget import summed
from communes.pst.domain.choices import BudgetService
from communes.pst.domain.choices import BudgetSide
from communes.pst.domain.choices import Kind
from communes.pst.domain.deadline import is_done
from communes.pst.domain.element import Action
from communes.pst.domain.element import Steered
from communes.pst.domain.programme import Programme
from communes.pst.domain.split import divided
from decimal import Decimal


AccountCell = tuple[BudgetService, BudgetSide, int]


def accounts(tree: Programme, id: str = "") -> Mapping[AccountCell, Decimal]:
    """Return the articles of the accounts below ``id``, itself included.

    Summed by service, side and year. The accounts give an article once, at its home:
    links add nothing.
    """
    return summed(
        ((article.service, article.side, article.year), article.amount)
        for element in _branch(tree, id)
        for article in element.articles
    )


def projections(tree: Programme, id: str = "") -> Mapping[AccountCell, Decimal]:
    """Return the projections of the accounts below ``id``, likewise."""
    return summed(
        ((one.service, one.side, one.year), one.amount)
        for element in _branch(tree, id)
        for one in element.projections
    )


def workload(tree: Programme) -> Mapping[str, Decimal]:
    """Return the full-time equivalents of the unfinished actions, by service.

    What several services manage is shared equally, to the hundredth.
    """
    rows = [
        (action.managers, action.fte)
        for action in tree.of_kind(Kind.ACTION, Kind.SUB_ACTION)
        if isinstance(action, Action) and action.managers and not is_done(action)
    ]
    found = summed(
        (service, part)
        for managers, fte in rows
        for service, part in zip(
            managers, divided(fte, [Decimal(1)] * len(managers)), strict=True
        )
    )
    return {service: found[service] for service in sorted(found) if found[service]}


def _branch(tree: Programme, id: str) -> tuple[Steered, ...]:
    elements = (*([tree.element(id)] if id else []), *tree.walk(id))
    return tuple(one for one in elements if isinstance(one, Steered))
