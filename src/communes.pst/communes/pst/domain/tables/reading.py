"""Sheets read into a programme: every row judged, nothing half."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.core.importing.domain import Fate
from communes.core.importing.domain import Row
from communes.pst.domain.checking import problems
from communes.pst.domain.element import Element
from communes.pst.domain.errors import because
from communes.pst.domain.errors import TreeRefused
from communes.pst.domain.fields import FIELD_LABELS
from communes.pst.domain.plan import Plan
from communes.pst.domain.programme import Programme
from communes.pst.domain.programme import programme
from communes.pst.domain.tables.cells import folded
from communes.pst.domain.tables.element_rows import element_rows
from communes.pst.domain.tables.element_rows import ElementRow
from communes.pst.domain.tables.faults import at_column
from communes.pst.domain.tables.naming import Names
from communes.pst.domain.tables.plan_rows import read_plan
from communes.pst.domain.tables.record_rows import Records
from communes.pst.domain.tables.record_rows import records
from communes.pst.domain.tables.sheet import ELEMENTS
from communes.pst.domain.tables.sheet import Table
from dataclasses import dataclass
from dataclasses import replace


@dataclass(frozen=True)
class Read:
    """What a workbook says.

    :param rows: one for each element of the file, and one for each row of another
        sheet that is refused; ``key`` names the sheet, the line and the title.
    :param tree: the programme as it becomes; None when a row is refused.
    :param changed: ids of the elements that are new or differ.
    """

    rows: tuple[Row, ...]
    tree: Programme | None
    changed: tuple[str, ...] = ()


def from_tables(
    tables: Iterable[Table], base: Programme, new_id: Callable[[], str]
) -> Read:
    """Return what a workbook makes of a programme.

    Rows are matched with elements by identifier, else by reference; a row that matches
    none is a new element. What the file does not name stays; so does a field without
    a column, or a field whose sheet is missing. An empty « Sous » means the nearest
    row above of the right level, so that a plain list in order is enough.

    :param base: the programme as it is; one without elements to begin with.
    :param new_id: gives an id to each new element that has none in the file.
    """
    found = {folded(table.name): table for table in tables}
    plan, refusals = read_plan(found, base.plan)
    base = replace(base, plan=plan)
    table = _elements_table(found)
    if table is None:
        reason = because(
            "sheet_missing",
            "Le fichier n'a pas de feuille « ${name} » avec les colonnes « Niveau » "
            "et « Intitulé ».",
            name=ELEMENTS,
        )
        return Read((*refusals, Row(0, ELEMENTS, Fate.REFUSED, (reason,))), None)
    rows = element_rows(table, base, new_id)
    names = Names({**base.elements, **{one.id: one for one in _made(rows)}})
    details = records(found, names)
    return _judged(base, plan, rows, details, refusals)


def _elements_table(found: Mapping[str, Table]) -> Table | None:
    wanted = {folded("Niveau"), folded(FIELD_LABELS["title"])}
    for table in (found.get(folded(ELEMENTS)), *found.values()):
        if table and wanted <= {folded(header) for header in table.header}:
            return table
    return None


def _made(rows: Iterable[ElementRow]) -> list[Element]:
    return [row.element for row in rows if row.element is not None]


def _judged(
    base: Programme,
    plan: Plan,
    rows: tuple[ElementRow, ...],
    details: Records,
    refusals: tuple[Row, ...],
) -> Read:
    made = {one.id: details.applied(one) for one in _made(rows)}
    listed = {row.element.id for row in rows if row.element}
    others = tuple(
        ElementRow(0, f"{place} : {base.elements[id].title}", base.elements[id])
        for id, place in details.elements().items()
        if id not in listed and id in base.elements
    )
    made |= {one.id: details.applied(one) for one in _made(others)}
    told = [*refusals, *details.refused, *details.orphans(made)]
    try:
        tree = programme(plan, {**base.elements, **made}.values())
    except TreeRefused as error:
        told.append(Row(0, ELEMENTS, Fate.REFUSED, error.reasons))
        tree = None
    rows = (*rows, *others)
    judged = [_row(row, base, made, tree) for row in rows]
    told += judged
    if tree is None or any(row.fate is Fate.REFUSED for row in told):
        return Read(tuple(told), None)
    changed = tuple(
        row.element.id
        for row, verdict in zip(rows, judged, strict=True)
        if row.element and verdict.fate is not Fate.UNCHANGED
    )
    return Read(tuple(told), tree, changed)


def _row(
    row: ElementRow,
    base: Programme,
    made: Mapping[str, Element],
    tree: Programme | None,
) -> Row:
    reasons: tuple[Reason, ...] = row.reasons
    if row.element is None:
        return Row(row.line, row.key, Fate.REFUSED, reasons)
    element = made[row.element.id]
    if tree is not None:
        reasons = (*reasons, *_labelled(tree, element.id))
    if reasons:
        return Row(row.line, row.key, Fate.REFUSED, reasons)
    before = base.elements.get(element.id)
    if before is None:
        return Row(row.line, row.key, Fate.CREATED)
    fate = Fate.UNCHANGED if before == element else Fate.UPDATED
    return Row(row.line, row.key, fate)


def _labelled(tree: Programme, id: str) -> Iterable[Reason]:
    for problem in problems(tree, id):
        yield at_column(FIELD_LABELS.get(problem.field, problem.field), problem.reason)
