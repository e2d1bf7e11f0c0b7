"""The project space of the former software, as a plan."""

from communes.pst.domain.choices import Institution
from communes.pst.domain.imio.told import Told
from communes.pst.domain.plan import BUDGET_SOURCES
from communes.pst.domain.plan import Plan
from communes.pst.domain.plan import PRIORITIES
from communes.pst.domain.plan import ROLLED_UP_STATES
from communes.pst.domain.plan import Term


def plan_of(told: Told) -> Plan:
    """Return the plan of a ``pstprojectspace``."""
    institution = Institution.CPAS
    if told.text("organization_type").lower() != "cpas":
        institution = Institution.COMMUNE
    shown = told.values.get("use_ref_number")
    return Plan(
        told.text("UID"),
        told.text("title"),
        institution,
        budget_years=_years(told),
        ins_code=told.text("INS_code"),
        fiscal_year=told.whole("current_fiscal_year"),
        sources=_terms(told, "budget_types") or BUDGET_SOURCES,
        priorities=_terms(told, "priority_values") or PRIORITIES,
        categories=_terms(told, "categories_values"),
        sector_plans=_terms(told, "plan_values"),
        use_reference_numbers=shown is not False,
        last_number=told.whole("last_reference_number"),
        rolled_up_states=_states(told),
    )


def _years(told: Told) -> tuple[int, ...]:
    texts = told.tokens("budget_years")
    if not all(text.isascii() and text.isdigit() for text in texts):
        told.fault("budget_years", "des années")
        return ()
    return tuple(sorted(int(text) for text in texts))


def _terms(told: Told, name: str) -> tuple[Term, ...]:
    return tuple(
        Term(row.text("key"), row.text("label") or row.text("key"))
        for row in told.rows(name)
    )


def _states(told: Told) -> tuple[str, ...]:
    """Return the states whose budget counts: kept by level there, once here."""
    found: dict[str, None] = {}
    for level in ("strategicobjective", "operationalobjective", "pstaction"):
        found.update(dict.fromkeys(told.tokens(f"{level}_budget_states")))
    return tuple(found) or ROLLED_UP_STATES
