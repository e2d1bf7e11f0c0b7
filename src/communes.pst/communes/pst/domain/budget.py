"""What a branch costs, by source and by year, each euro counted once."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.pst.domain.deadline import deepest_first
from communes.pst.domain.element import Action
from communes.pst.domain.element import Element
from communes.pst.domain.element import Steered
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.money import CENT
from communes.pst.domain.placement import shown
from communes.pst.domain.programme import Programme
from communes.pst.domain.split import divided
from communes.pst.domain.split import shares
from dataclasses import dataclass
from dataclasses import field
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar


Cell = tuple[str, int]
Key = TypeVar("Key")

NOTHING: Mapping[Cell, Decimal] = MappingProxyType({})


@dataclass(frozen=True)
class Table:
    """Amounts in euros by source and year; only cells that are not zero are there."""

    cells: Mapping[Cell, Decimal] = field(default_factory=lambda: NOTHING)

    @property
    def total(self) -> Decimal:
        """The sum of everything."""
        return sum(self.cells.values(), Decimal(0))

    @property
    def by_source(self) -> Mapping[str, Decimal]:
        """The sums of the sources, by id."""
        return summed((source, amount) for (source, _), amount in self.cells.items())

    @property
    def by_year(self) -> Mapping[int, Decimal]:
        """The sums of the years, ascending."""
        sums = summed((year, amount) for (_, year), amount in self.cells.items())
        return dict(sorted(sums.items()))

    def __add__(self, other: "Table") -> "Table":
        """Return the two tables added cell by cell."""
        return table((*self.cells.items(), *other.cells.items()))


def table(amounts: Iterable[tuple[Cell, Decimal]]) -> Table:
    """Return the table of these amounts, summed by cell."""
    sums = summed(amounts)
    return Table(
        MappingProxyType({cell: amount for cell, amount in sums.items() if amount})
    )


def summed(amounts: Iterable[tuple[Key, Decimal]]) -> dict[Key, Decimal]:
    """Return the sum of the amounts of each key, in the order keys first come."""
    sums: dict[Key, Decimal] = {}
    for key, amount in amounts:
        sums[key] = sums.get(key, Decimal(0)) + amount
    return sums


def own_table(rows: Iterable[BudgetRow]) -> Table:
    """Return the table of the rows of one element."""
    return table(((row.source, row.year), row.amount) for row in rows)


def rolled_up(
    tree: Programme, states: Iterable[str] | None = None
) -> Mapping[str, Table]:
    """Return the budget of every place by id, the empty id for the whole plan.

    An element counts its own rows and what stands below it; an action seen at
    several places counts its share at each, so that they never make more than the
    whole. Parts have no state: all they hold counts.

    :param states: the states whose own rows count; None: those of the plan.
    """
    counted = frozenset(tree.plan.rolled_up_states if states is None else states)
    at: dict[str, Table] = {}
    for element in deepest_first(tree):
        whole = _whole(tree, element, counted, at)
        if isinstance(element, Action):
            at.update(_shared(tree, element, whole))
        else:
            at[element.id] = whole
    at[""] = _sum(at[one.id] for one in tree.children())
    return at


def whole_of(tree: Programme, id: str, states: Iterable[str] | None = None) -> Table:
    """Return the whole budget of what is seen at ``id``, whatever its shares."""
    target = shown(tree, id)
    at = rolled_up(tree, states)
    return _sum(at[place] for place in (target, *_link_ids(tree, target)))


def by_state(tree: Programme) -> Mapping[str, Table]:
    """Return the budget of the plan by the state of the element that carries it.

    All states are there, also those whose budget the totals leave out.
    """
    found: dict[str, Table] = {}
    for element in tree.walk():
        if isinstance(element, Steered) and element.budget:
            own = own_table(element.budget)
            found[element.state] = found.get(element.state, Table()) + own
    return found


def _whole(
    tree: Programme,
    element: Element,
    counted: frozenset[str],
    at: Mapping[str, Table],
) -> Table:
    below = _sum(at[one.id] for one in tree.children(element.id) if one.id in at)
    if isinstance(element, Steered) and element.state in counted:
        return own_table(element.budget) + below
    return below


def _shared(tree: Programme, action: Action, whole: Table) -> Mapping[str, Table]:
    here = shares(tree, action)
    if len(here) == 1:
        return {action.id: whole}
    parts = [share.percent for share in here]
    columns: list[list[tuple[Cell, Decimal]]] = [[] for _ in here]
    for cell, amount in whole.cells.items():
        # An amount finer than a cent (an import) is shared as finely.
        unit = min(CENT, Decimal((0, (1,), int(amount.as_tuple().exponent))))
        for column, part in zip(columns, divided(amount, parts, unit), strict=True):
            column.append((cell, part))
    return {
        share.place: table(column) for share, column in zip(here, columns, strict=True)
    }


def _link_ids(tree: Programme, id: str) -> tuple[str, ...]:
    return tuple(link.id for link in tree.links_to(id))


def _sum(tables: Iterable[Table]) -> Table:
    return table(pair for one in tables for pair in one.cells.items())
