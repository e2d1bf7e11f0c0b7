"""What the law fixes is a dated table with its source, never a constant in the code."""

from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
import tomllib


KEYS = frozenset({"value", "unit", "source", "from", "to", "verified_on", "note"})
REQUIRED = ("value", "unit", "source", "from", "verified_on")
DATES = ("from", "to", "verified_on")


class BadLegalTable(InvalidInput):
    """A legal table is not readable: mend the row the sentence names."""

    code = "bad_legal_table"
    template = "Table légale ${where}, « ${name} », ligne ${row} : ${problem}."


class NoLegalValue(Missing):
    """No row covers that day: complete the table, or ask about another day."""

    code = "no_legal_value"
    template = (
        "La table légale ${where} ne dit rien de « ${name} » au ${day} : "
        "complétez-la avec sa source."
    )


@dataclass(frozen=True)
class LegalValue:
    """One value of the law over one period.

    :param value: whole number, ``Decimal``, text or yes/no.
    :param unit: what ``value`` counts ("clear_days", "eur_excl_vat").
    :param source: the article it stands in.
    :param starts: first day in force, included.
    :param ends: last day in force, included; None while it is in force.
    :param verified_on: the day somebody last compared it with the source.
    """

    name: str
    value: int | Decimal | str | bool
    unit: str
    source: str
    starts: date
    ends: date | None
    verified_on: date
    note: str = ""

    def covers(self, day: date) -> bool:
        """Tell whether this value is in force on ``day``."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class LegalTables:
    """All the dated values of one file, found by name and day."""

    where: str
    values: Mapping[str, tuple[LegalValue, ...]]

    def at(self, name: str, day: date) -> LegalValue:
        """Return the value ``name`` in force on ``day``.

        :raises NoLegalValue: the name is unknown or no row covers the day.
        """
        for row in self.values.get(name, ()):
            if row.covers(day):
                return row
        raise NoLegalValue(where=self.where, name=name, day=day.isoformat())


def read_tables(text: str, where: str) -> LegalTables:
    """Return the tables written in TOML ``text``, one ``[[name]]`` per period.

    :param where: the name of the file, for the sentences.
    :raises BadLegalTable: broken TOML, unknown or missing key, wrong type, a period
        that ends before it starts, or two periods of one name that overlap.
    """
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise BadLegalTable(where=where, name="*", row="*", problem=error) from error
    return LegalTables(
        where, {name: _read_rows(name, rows, where) for name, rows in data.items()}
    )


def _read_rows(name: str, rows: object, where: str) -> tuple[LegalValue, ...]:
    if not isinstance(rows, list):
        problem = f"attendu une liste de périodes [[{name}]]"
        raise BadLegalTable(where=where, name=name, row="*", problem=problem)
    read = []
    for number, row in enumerate(rows, start=1):
        wrong = _problem_of(row)
        if wrong:
            raise BadLegalTable(where=where, name=name, row=number, problem=wrong)
        read.append(_legal_value(name, row))
    read.sort(key=lambda value: value.starts)
    for before, after in pairwise(read):
        if before.ends is None or before.ends >= after.starts:
            problem = (
                f"la période du {before.starts} chevauche celle du {after.starts} ; "
                f"terminez-la le {after.starts - timedelta(days=1)}"
            )
            raise BadLegalTable(where=where, name=name, row="*", problem=problem)
    return tuple(read)


def _problem_of(row: object) -> str | None:
    if not isinstance(row, Mapping):
        return "attendu une période, avec ses clés"
    unknown = sorted(set(row) - KEYS)
    if unknown:
        return (
            f"clé inconnue « {unknown[0]} », clés admises : {', '.join(sorted(KEYS))}"
        )
    missing = [key for key in REQUIRED if key not in row]
    if missing:
        return f"il manque la clé « {missing[0]} »"
    for key in DATES:
        if key in row and type(row[key]) is not date:
            return f"« {key} » doit être une date (AAAA-MM-JJ)"
    if not isinstance(row["value"], int | Decimal | str):
        return "« value » doit être un nombre, un texte ou oui/non"
    starts, ends = row["from"], row.get("to")
    if isinstance(starts, date) and isinstance(ends, date) and ends < starts:
        return f"la fin ({ends}) précède le début ({starts})"
    return None


def _legal_value(name: str, row: Mapping[str, object]) -> LegalValue:
    return LegalValue(
        name=name,
        value=row["value"],  # type: ignore[arg-type]  # _problem_of checked it
        unit=str(row["unit"]),
        source=str(row["source"]),
        starts=row["from"],  # type: ignore[arg-type]
        ends=row.get("to"),  # type: ignore[arg-type]
        verified_on=row["verified_on"],  # type: ignore[arg-type]
        note=str(row.get("note", "")),
    )
