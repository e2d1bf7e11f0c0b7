"""The tables of an element, read, checked by the rules and written together."""

from collections.abc import Mapping
from communes.core.access.plain import to_plain
from communes.pst.content.element import IElement
from communes.pst.domain.choices import Kind
from communes.pst.domain.dependency import check_dependencies
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.progress import check_override
from communes.pst.domain.risk_matrix import obstacles as risk_obstacles
from communes.pst.domain.split import check_split
from communes.pst.domain.standing import obstacles as indicator_obstacles
from communes.pst.exceptions import InvalidRow
from communes.pst.exceptions import ReadOnlyTable
from communes.pst.storage.kinds import TYPES
from communes.pst.storage.place import plan_of
from communes.pst.storage.programme import programme_of
from communes.pst.storage.record import plan_record
from communes.pst.storage.rows import ACCOUNTS
from communes.pst.storage.rows import read_override
from communes.pst.storage.rows import read_rows
from communes.pst.storage.rows import TABLES
from communes.pst.storage.rows import write_rows
from dataclasses import fields


OVERRIDE = "override"


def read_tables(kind: Kind, values: Mapping[str, object]) -> dict[str, object]:
    """Return the tables among ``values`` as records; only those the kind has.

    :raises ReadOnlyTable: the table comes from the accounts.
    :raises InvalidRow: a row can not be read.
    """
    has = {one.name for one in fields(TYPES[kind].record)}
    found: dict[str, object] = {}
    for name in has & set(values):
        if name in ACCOUNTS:
            raise ReadOnlyTable(field=name, table=name)
        if name == OVERRIDE:
            found[name] = read_override(values[name])
        elif name in TABLES:
            found[name] = read_rows(name, values[name])
    return found


def check_tables(obj: IElement, tables: Mapping[str, object]) -> None:
    """Refuse tables the rules do not allow on the element.

    :raises SplitRefused, DependencyRefused, InvalidValue, InvalidRow: names the
        table and the reason.
    """
    if tables.get(OVERRIDE) is not None:
        check_override(tables[OVERRIDE])
    if tables.get("split"):
        check_split(programme_of(plan_of(obj)), obj.UID(), tables["split"])
    _check_budget(obj, tables.get("budget", ()))
    for number, row in enumerate(tables.get("indicators", ()), start=1):
        for reason in indicator_obstacles(row):
            raise _wrong("indicators", number, str(reason).rstrip("."))
    for number, row in enumerate(tables.get("risks", ()), start=1):
        for reason in risk_obstacles(row):
            raise _wrong("risks", number, str(reason).rstrip("."))
    if tables.get("depends_on"):
        tree = programme_of(plan_of(obj))
        check_dependencies(tree, obj.UID(), tables["depends_on"])


def _check_budget(obj: IElement, rows: tuple[BudgetRow, ...]) -> None:
    plan = plan_record(plan_of(obj))
    sources = {one.id for one in plan.sources}
    for number, row in enumerate(rows, start=1):
        if row.source not in sources:
            expected = ", ".join(sorted(sources))
            raise _wrong("budget", number, f"« source » : l'une de {expected}")
        if row.year not in plan.budget_years:
            years = ", ".join(map(str, plan.budget_years))
            raise _wrong("budget", number, f"« year » : l'une de {years}")


def write_tables(obj: IElement, tables: Mapping[str, object]) -> list[str]:
    """Write the tables and return the names of those that changed."""
    changed = []
    for name, value in tables.items():
        if name != OVERRIDE:
            if write_rows(obj, name, value):
                changed.append(name)
        elif to_plain(value) != obj.override:
            obj.override = to_plain(value)
            changed.append(name)
    return changed


def _wrong(table: str, number: int, problem: str) -> InvalidRow:
    return InvalidRow(field=table, table=table, row=number, problem=problem)
