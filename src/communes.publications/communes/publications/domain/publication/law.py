"""What the law in force says about publishing, and from which day a text binds."""

from communes.core.deadlines.domain.deadline import Deadline
from communes.core.deadlines.domain.law import LegalTables
from communes.core.deadlines.domain.law import read_tables
from communes.core.parts.domain.writing import counted
from communes.core.parts.domain.writing import long_date
from datetime import date
from datetime import timedelta
from functools import cache
from pathlib import Path


_TABLE = Path(__file__).with_name("law.toml")


@cache
def tables() -> LegalTables:
    """Return the dated tables delivered with the solution."""
    return read_tables(_TABLE.read_text(encoding="utf-8"), _TABLE.name)


def binding_day(published: date, in_force: date | None) -> Deadline:
    """Return the first day a regulation published on that day binds people.

    :param in_force: the day the text itself names; None when it names none.
    """
    row = tables().at("binding_delay", published)
    shown = f"Le texte est publié le {long_date(published)}."
    if in_force is None:
        day = published + timedelta(days=int(row.value))
        delay = counted(int(row.value), "jour", "jours")
        steps = (shown, f"{delay} après la publication : le {long_date(day)}.")
        return Deadline(day, row.source, steps)
    named = f"Il fixe lui-même son entrée en vigueur au {long_date(in_force)}."
    if in_force >= published:
        return Deadline(in_force, row.source, (shown, named))
    late = "Un texte n'oblige personne avant d'être publié : le jour de la publication."
    return Deadline(published, row.source, (shown, named, late))


def proof_required(day: date) -> bool:
    """Return whether the moment of a publication of that day must be proven."""
    return bool(tables().at("proof_of_moment", day).value)
