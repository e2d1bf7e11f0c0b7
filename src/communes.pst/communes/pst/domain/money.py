"""The money of an element: what is planned, what the accounts say, who bears it."""

from communes.pst.domain.choices import BudgetService
from communes.pst.domain.choices import BudgetSide
from dataclasses import dataclass
from decimal import Decimal


CENT = Decimal("0.01")


@dataclass(frozen=True)
class BudgetRow:
    """One amount, in euros, that one source brings in one year.

    :param source: id of a budget source of the plan ("wallonie").
    """

    source: str
    year: int
    amount: Decimal
    comment: str = ""


@dataclass(frozen=True)
class Article:
    """One budget article of the accounts (eComptes); read only for the agents."""

    year: int
    service: BudgetService
    side: BudgetSide
    code: str
    title: str
    amount: Decimal


@dataclass(frozen=True)
class Projection:
    """One amount of one year of the projections of the accounts; read only."""

    service: BudgetService
    side: BudgetSide
    group: str
    title: str
    year: int
    amount: Decimal


@dataclass(frozen=True)
class Share:
    """The part of an action's budget that counts at one of its places.

    :param place: id of the action itself, or of one of its links.
    :param percent: from 0 to 100; the shares of one action make 100.
    """

    place: str
    percent: Decimal
