"""A programme written on its sheets."""

from collections.abc import Iterator
from communes.pst.domain.element import Element
from communes.pst.domain.element import Steered
from communes.pst.domain.fields import FIELD_LABELS
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.labels import KIND_LABELS
from communes.pst.domain.labels import state_labels
from communes.pst.domain.programme import Programme
from communes.pst.domain.reference import reference
from communes.pst.domain.tables.cells import to_cell
from communes.pst.domain.tables.sheet import Cell
from communes.pst.domain.tables.sheet import ELEMENT
from communes.pst.domain.tables.sheet import element_fields
from communes.pst.domain.tables.sheet import ELEMENTS
from communes.pst.domain.tables.sheet import INDICATOR
from communes.pst.domain.tables.sheet import OVERRIDE
from communes.pst.domain.tables.sheet import PLAN
from communes.pst.domain.tables.sheet import PLAN_FIELDS
from communes.pst.domain.tables.sheet import RECORD_SHEETS
from communes.pst.domain.tables.sheet import RecordSheet
from communes.pst.domain.tables.sheet import REFERRING
from communes.pst.domain.tables.sheet import Table
from communes.pst.domain.tables.sheet import TERM_LISTS
from communes.pst.domain.tables.sheet import TERMS


def to_tables(tree: Programme) -> tuple[Table, ...]:
    """Return the sheets of a programme, the empty ones too: they show the columns.

    Nothing is left out: ``from_tables`` makes the same programme of them.
    """
    return (
        Table(PLAN, ("Champ", "Valeur"), tuple(_plan_rows(tree))),
        Table(TERMS, ("Liste", "Identifiant", "Intitulé"), tuple(_term_rows(tree))),
        Table(
            ELEMENTS,
            ("Niveau", *(FIELD_LABELS[name] for name in element_fields()), *_OVERRIDE),
            tuple(_element_row(tree, one) for one in tree.walk()),
        ),
        *(_record_table(tree, sheet) for sheet in RECORD_SHEETS),
    )


_OVERRIDE = tuple(header for _, header in OVERRIDE)


def name_in_sheet(tree: Programme, id: str) -> str:
    """Return how a cell names an element: its reference, or its id without one."""
    if not id:
        return PLAN
    element = tree.elements.get(id)
    if element is None or not element.number:
        return id
    return reference(element)


def separator_of(name: str) -> str:
    """Return what stands between the values of a cell: partners have lines."""
    return "\n" if name == "partners" else "; "


def _plan_rows(tree: Programme) -> Iterator[tuple[Cell, ...]]:
    for name, label in PLAN_FIELDS:
        yield (label, to_cell(getattr(tree.plan, name)))


def _term_rows(tree: Programme) -> Iterator[tuple[Cell, ...]]:
    for name, label in TERM_LISTS:
        for term in getattr(tree.plan, name):
            yield (label, term.id, term.title)


def _element_row(tree: Programme, one: Element) -> tuple[Cell, ...]:
    cells = [KIND_LABELS[one.kind]]
    for name in element_fields():
        cells.append(_element_cell(tree, one, name))  # type: ignore[arg-type]
    override = one.override if isinstance(one, Steered) else None
    for name, _ in OVERRIDE:
        cells.append(to_cell(getattr(override, name, None)))  # type: ignore[arg-type]
    return tuple(cells)


def _element_cell(tree: Programme, one: Element, name: str) -> Cell:
    value = getattr(one, name, None)
    if value is None:
        return None
    if name in REFERRING:
        return name_in_sheet(tree, value)
    if name == "state":
        return state_labels(one.kind).get(value, value) or None
    if name == "number":
        return value or None
    return to_cell(value, separator_of(name))


def _record_table(tree: Programme, sheet: RecordSheet) -> Table:
    headers = tuple(label for _, label in sheet.labels)
    first = (ELEMENT, INDICATOR) if sheet.inside else (ELEMENT,)
    return Table(sheet.name, (*first, *headers), tuple(_record_rows(tree, sheet)))


def _record_rows(tree: Programme, sheet: RecordSheet) -> Iterator[tuple[Cell, ...]]:
    for one in tree.walk():
        if not isinstance(one, sheet.owner):
            continue
        named = name_in_sheet(tree, one.id)
        for record in getattr(one, sheet.field):
            if not sheet.inside:
                yield (named, *_record_cells(tree, sheet, record))
                continue
            assert isinstance(record, Indicator)
            for inner in getattr(record, sheet.inside):
                yield (named, record.id, *_record_cells(tree, sheet, inner))


def _record_cells(
    tree: Programme, sheet: RecordSheet, record: object
) -> Iterator[Cell]:
    for name, _ in sheet.labels:
        value = getattr(record, name)
        if name in REFERRING and sheet.field in ("split", "depends_on"):
            value = name_in_sheet(tree, value)
        yield to_cell(value)
