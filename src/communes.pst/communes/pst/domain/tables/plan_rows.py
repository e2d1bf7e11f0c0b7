"""The plan and its lists, read from their sheets."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.core.importing.domain import refused
from communes.core.importing.domain import Row
from communes.pst.domain.errors import because
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.plan import Plan
from communes.pst.domain.plan import Term
from communes.pst.domain.tables.cells import folded
from communes.pst.domain.tables.cells import from_cell
from communes.pst.domain.tables.faults import at_column
from communes.pst.domain.tables.sheet import Cell
from communes.pst.domain.tables.sheet import PLAN
from communes.pst.domain.tables.sheet import PLAN_FIELDS
from communes.pst.domain.tables.sheet import Table
from communes.pst.domain.tables.sheet import TERM_LISTS
from communes.pst.domain.tables.sheet import TERMS
from dataclasses import replace
from typing import get_type_hints


def read_plan(tables: Mapping[str, Table], plan: Plan) -> tuple[Plan, tuple[Row, ...]]:
    """Return the plan with what its sheets say, and the rows that can not be read.

    The id and the last reference number of the plan stay: a file may not turn one plan
    into another, nor give a number a second time.

    :param tables: by folded name; a sheet that is missing leaves the plan as it is.
    """
    rows: list[Row] = []
    values: dict[str, object] = {}
    sheet = tables.get(folded(PLAN))
    if sheet:
        values.update(_plan_values(sheet, rows))
    sheet = tables.get(folded(TERMS))
    if sheet:
        values.update(_terms(sheet, rows))
    values.pop("id", None)
    last = values.pop("last_number", 0)
    assert isinstance(last, int)
    read = replace(plan, **values)  # type: ignore[arg-type]
    return replace(read, last_number=max(plan.last_number, last)), tuple(rows)


def _plan_values(table: Table, rows: list[Row]) -> Iterator[tuple[str, object]]:
    hints = get_type_hints(Plan)
    names = {folded(label): name for name, label in PLAN_FIELDS}
    for line, row in enumerate(table.rows, start=table.line + 1):
        label, cell = _two(row)
        name = names.get(folded(label))
        if not label:
            continue
        if name is None:
            rows.append(_refused(PLAN, line, label, _unknown(label)))
            continue
        try:
            yield name, from_cell(hints[name], cell, name)
        except InvalidValue as error:
            rows.append(_refused(PLAN, line, label, at_column(label, error.reason)))


def _terms(table: Table, rows: list[Row]) -> Mapping[str, tuple[Term, ...]]:
    names = {folded(label): name for name, label in TERM_LISTS}
    found: dict[str, list[Term]] = {name: [] for name in names.values()}
    for line, row in enumerate(table.rows, start=table.line + 1):
        label, cell = _two(row)
        title = row[2] if len(row) > 2 else None
        if not label:
            continue
        if folded(label) not in names or cell is None:
            rows.append(_refused(TERMS, line, label, _unknown(label)))
            continue
        id = str(from_cell(str, cell, "id"))
        found[names[folded(label)]].append(
            Term(id, str(from_cell(str, title, "title")) or id)
        )
    return {name: tuple(terms) for name, terms in found.items()}


def _two(row: tuple[Cell, ...]) -> tuple[str, Cell]:
    label = str(row[0]) if row and row[0] is not None else ""
    return label.strip(), row[1] if len(row) > 1 else None


def _unknown(label: str) -> Reason:
    return because(
        "unknown_line",
        "« ${label} » n'est pas une ligne de cette feuille.",
        label=label,
    )


def _refused(sheet: str, line: int, label: str, reason: Reason) -> Row:
    return refused(line, f"{sheet}, ligne {line} : {label}", reason)
