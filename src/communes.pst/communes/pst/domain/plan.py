"""The plan space: one programme of one institution over one mandate."""

from communes.pst.domain.choices import Institution
from communes.pst.domain.states import ActionState
from communes.pst.domain.states import ObjectiveState
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Term:
    """One value of a list of the plan (a budget source, a category, a sector plan)."""

    id: str
    title: str


BUDGET_SOURCES = (
    Term("europe", "Europe"),
    Term("federal", "Fédéral"),
    Term("wallonie", "Wallonie"),
    Term("federation-wallonie-bruxelles", "Fédération Wallonie-Bruxelles"),
    Term("province", "Province"),
    Term("ville", "Commune"),
    Term("autres", "Autres"),
)

PRIORITIES = (Term("0", "0"), Term("1", "1"), Term("2", "2"))

# A stopped action spends nothing more; what is still a draft is no commitment.
ROLLED_UP_STATES = (
    ObjectiveState.ACHIEVED.value,
    ActionState.TO_BE_SCHEDULED.value,
    ActionState.ONGOING.value,
    ActionState.TERMINATED.value,
)


@dataclass(frozen=True)
class Plan:
    """One plan and the lists its elements choose from.

    :param id: stable id (the UID of the plan space).
    :param budget_years: the years of the budget tables, ascending.
    :param ins_code: NIS code of the commune, five digits.
    :param fiscal_year: the accounting year its exports name; 0: the first year.
    :param last_number: the last reference number that was given out.
    :param rolled_up_states: states whose budget counts in the totals.
    :param aldermen_designated_on: day the aldermen were designated; starts the clock.
    :param noted_on: day the council took note; None while it has not.
    """

    id: str
    title: str
    institution: Institution = Institution.COMMUNE
    starts: date | None = None
    ends: date | None = None
    budget_years: tuple[int, ...] = ()
    ins_code: str = ""
    fiscal_year: int = 0
    sources: tuple[Term, ...] = BUDGET_SOURCES
    priorities: tuple[Term, ...] = PRIORITIES
    categories: tuple[Term, ...] = ()
    sector_plans: tuple[Term, ...] = ()
    use_reference_numbers: bool = True
    last_number: int = 0
    rolled_up_states: tuple[str, ...] = ROLLED_UP_STATES
    aldermen_designated_on: date | None = None
    noted_on: date | None = None
