"""The dates the law sets for a programme, each with the calculation."""

from calendar import monthrange
from communes.core.deadlines.domain.deadline import Deadline
from communes.core.deadlines.domain.law import LegalTables
from communes.core.deadlines.domain.law import read_tables
from communes.core.parts.domain.writing import long_date
from communes.pst.domain.choices import Institution
from communes.pst.domain.plan import Plan
from datetime import date
from datetime import timedelta
from functools import cache
from pathlib import Path


_TABLE = Path(__file__).with_name("law.toml")


@cache
def legal_tables() -> LegalTables:
    """Return the dated values of the law, as delivered with the suite."""
    return read_tables(_TABLE.read_text(encoding="utf-8"), _TABLE.name)


def noting_deadline(plan: Plan) -> Deadline | None:
    """Return the last day for the council to take note (a CPAS: to adopt).

    None while the day the clock starts from is not known.

    :raises NoLegalValue: that day is before the law knew strategic programmes.
    """
    starts = plan.aldermen_designated_on
    if starts is None:
        return None
    cpas = plan.institution is Institution.CPAS
    rule = legal_tables().at(
        "adoption_months_cpas" if cpas else "noting_months", starts
    )
    months = int(rule.value)
    last = months_after(starts, months)
    begun = "Installation du conseil" if cpas else "Désignation des échevins"
    act = "adopter le programme" if cpas else "prendre acte du programme"
    return Deadline(
        last,
        rule.source,
        (
            f"{begun} : {long_date(starts)}.",
            f"Le conseil a {months} mois pour {act}.",
            f"Dernier jour : {long_date(last)}.",
        ),
    )


def evaluation_days(plan: Plan) -> tuple[Deadline, ...]:
    """Return the middle and the end of the mandate, when an evaluation is due.

    Nothing while the plan does not say when the mandate starts and ends. What a law
    does not ask for is left out.

    :raises NoLegalValue: the mandate starts before the law knew such programmes.
    """
    if plan.starts is None or plan.ends is None:
        return ()
    middle = plan.starts + (plan.ends - plan.starts) // 2
    found = []
    for name, day, words in (
        ("mid_term_evaluation", middle, "La moitié du mandat"),
        ("end_evaluation", plan.ends, "La fin du mandat"),
    ):
        rule = legal_tables().at(name, plan.starts)
        if rule.value:
            span = f"Mandat du {long_date(plan.starts)} au {long_date(plan.ends)}."
            found.append(
                Deadline(day, rule.source, (span, f"{words} : {long_date(day)}."))
            )
    return tuple(found)


def must_show_synergies(day: date) -> bool:
    """Tell whether an evaluation on ``day`` must account for commune and CPAS."""
    return bool(legal_tables().at("synergies_in_evaluation", day).value)


def must_be_published(day: date) -> bool:
    """Tell whether a programme noted on ``day`` must be put on the website."""
    return bool(legal_tables().at("publication", day).value)


def months_after(day: date, months: int) -> date:
    """Return the same day ``months`` later; the last of the month when it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def days_left(deadline: Deadline, today: date) -> int:
    """Return the days until the deadline; negative once it is past."""
    return (deadline.date - today) // timedelta(days=1)
