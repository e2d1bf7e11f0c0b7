"""The rows of the sheet of elements, each made into the element it describes."""

from collections.abc import Callable
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Element
from communes.pst.domain.element import Link
from communes.pst.domain.element import Override
from communes.pst.domain.errors import because
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.fields import FIELD_LABELS
from communes.pst.domain.labels import KIND_LABELS
from communes.pst.domain.labels import state_labels
from communes.pst.domain.plain import CLASSES
from communes.pst.domain.programme import parent_kinds
from communes.pst.domain.programme import Programme
from communes.pst.domain.tables.cells import folded
from communes.pst.domain.tables.cells import from_cell
from communes.pst.domain.tables.faults import at_column
from communes.pst.domain.tables.faults import unknown_columns
from communes.pst.domain.tables.filling import separator_of
from communes.pst.domain.tables.naming import Names
from communes.pst.domain.tables.sheet import Cell
from communes.pst.domain.tables.sheet import element_fields
from communes.pst.domain.tables.sheet import ELEMENTS
from communes.pst.domain.tables.sheet import OVERRIDE
from communes.pst.domain.tables.sheet import Table
from dataclasses import dataclass
from dataclasses import fields
from dataclasses import replace
from functools import cache
from typing import Any
from typing import get_type_hints


LEVEL = "Niveau"

_KINDS = {folded(label): kind for kind, label in KIND_LABELS.items()} | {
    folded(kind.value): kind for kind in Kind
}
_HEADERS = {
    folded(FIELD_LABELS[name]): (name, FIELD_LABELS[name]) for name in element_fields()
} | {folded(label): (f"override.{name}", label) for name, label in OVERRIDE}
_NAMING: tuple[str, ...] = ("parent", "target")
_BEGINNINGS = {
    Kind.STRATEGIC: "created",
    Kind.OPERATIONAL: "created",
    Kind.ACTION: "created",
    Kind.SUB_ACTION: "created",
    Kind.TASK: "created",
}


@dataclass(frozen=True)
class ElementRow:
    """One row: its line in the sheet, what it makes, or why it makes nothing."""

    line: int
    key: str
    element: Element | None
    reasons: tuple[Reason, ...] = ()


def element_rows(
    table: Table, base: Programme, new_id: Callable[[], str]
) -> tuple[ElementRow, ...]:
    """Return what each row of the sheet makes; rows without any cell are left out.

    :param base: what the rows are matched with, and keep the other fields of.
    """
    columns = [folded(header) for header in table.header]
    unknown = tuple(
        header
        for header, column in zip(table.header, columns, strict=True)
        if column and column not in _HEADERS and column != folded(LEVEL)
    )
    if unknown:
        known = (LEVEL, *(label for _, label in _HEADERS.values()))
        reason = unknown_columns(unknown, known)
        key = f"{ELEMENTS}, ligne {table.line}"
        return (ElementRow(table.line, key, None, (reason,)),)
    maker = _Maker(base, new_id)
    for line, row in enumerate(table.rows, start=table.line + 1):
        cells = dict(zip(columns, row, strict=False))
        if any(cell not in (None, "") for cell in cells.values()):
            maker.add(line, cells)
    return maker.settled()


class _Maker:
    """Makes the elements row by row, then settles what they name."""

    def __init__(self, base: Programme, new_id: Callable[[], str]) -> None:
        self.base = base
        self.new_id = new_id
        self.names = Names(base.elements)
        self.rows: list[ElementRow] = []
        self.nearest: dict[Kind, str] = {}
        self.named: dict[str, dict[str, str]] = {}
        self.lines: dict[str, int] = {}

    def add(self, line: int, cells: Mapping[str, Cell]) -> None:
        """Take one row."""
        title = str(cells.get(folded(FIELD_LABELS["title"])) or "").strip()
        key = f"{ELEMENTS}, ligne {line} : {title}"
        kind = _KINDS.get(folded(str(cells.get(folded(LEVEL)) or "")))
        if kind is None:
            known = ", ".join(KIND_LABELS.values())
            reason = because(
                "unknown_level",
                "Niveau : « ${value} » n'en est pas un ; choisissez parmi ${known}.",
                value=cells.get(folded(LEVEL)) or "",
                known=known,
            )
            self.rows.append(ElementRow(line, key, None, (reason,)))
            return
        values, reasons = _values(kind, cells)
        named: dict[str, str] = {
            name: str(values.pop(name))
            for name in ("parent", "target")
            if name in values
        }
        element = self._element(kind, values, line)
        if element.id in self.lines:
            reasons.append(
                because(
                    "row_twice",
                    "Cet élément se trouve déjà à la ligne ${line}.",
                    line=self.lines[element.id],
                )
            )
        self.lines.setdefault(element.id, line)
        named.setdefault("parent", "")
        if not named["parent"] and element.id not in self.base.elements:
            named["parent"] = self._nearest(kind)
        self.nearest[kind] = element.id
        self.named[element.id] = named
        made = element if not reasons else None
        self.rows.append(ElementRow(line, key, made, tuple(reasons)))

    def settled(self) -> tuple[ElementRow, ...]:
        """Return the rows with parents and targets found by their names."""
        made = {row.element.id: row.element for row in self.rows if row.element}
        names = Names({**self.base.elements, **made})
        return tuple(self._settled(row, names) for row in self.rows)

    def _settled(self, row: ElementRow, names: Names) -> ElementRow:
        if row.element is None:
            return row
        found: dict[str, Any] = {}
        for name, text in self.named[row.element.id].items():
            if not text:
                continue
            try:
                found[name] = names.id_of(text, name)
            except InvalidValue as error:
                reason = at_column(FIELD_LABELS[name], error.reason)
                return replace(row, element=None, reasons=(*row.reasons, reason))
        if "target" in found and not isinstance(row.element, Link):
            found.pop("target")
        return replace(row, element=replace(row.element, **found))

    def _nearest(self, kind: Kind) -> str:
        """Return the id of the last row above that may hold ``kind``; empty: none."""
        found = [
            (self.lines[self.nearest[above]], self.nearest[above])
            for above in parent_kinds(kind)
            if above in self.nearest
        ]
        return max(found)[1] if found else ""

    def _element(self, kind: Kind, values: dict[str, Any], line: int) -> Element:
        id = str(values.pop("id", "") or "")
        number = int(values.get("number") or 0)
        if not id and number:
            id = self.names.numbers.get((kind, number), "")
        before = self.base.elements.get(id)
        if before is not None and before.kind is kind:
            return replace(before, **values)
        values = {"position": line, "state": _BEGINNINGS.get(kind, ""), **values}
        return CLASSES[kind](id=id or self.new_id(), **values)


def _values(
    kind: Kind, cells: Mapping[str, Cell]
) -> tuple[dict[str, Any], list[Reason]]:
    hints = _hints(kind)
    values: dict[str, Any] = {"title": ""}
    override: dict[str, Cell] = {}
    reasons: list[Reason] = []
    for column, cell in cells.items():
        name, label = _HEADERS.get(column, ("", ""))
        if name.startswith("override."):
            override[name.removeprefix("override.")] = cell
        elif name and name not in hints:
            if cell not in (None, ""):
                reasons.append(_not_of(kind, label))
        elif name:
            try:
                _set(values, kind, name, cell)
            except InvalidValue as error:
                reasons.append(at_column(label, error.reason))
    if "override" in hints and override:
        try:
            values["override"] = _override(override)
        except InvalidValue as error:
            reasons.append(at_column(OVERRIDE[0][1], error.reason))
    return values, reasons


def _set(values: dict[str, Any], kind: Kind, name: str, cell: Cell) -> None:
    hint = _hints(kind)[name]
    if name == "state":
        if cell not in (None, ""):
            values[name] = _state(kind, str(cell))
    elif cell in (None, "") and hint not in (str, tuple) and _keeps(hint):
        return  # A number, a choice: an empty cell leaves what there is.
    else:
        separator = "\n" if separator_of(name) == "\n" else ";"
        values[name] = from_cell(hint, cell, name, separator)


def _keeps(hint: Any) -> bool:
    """Tell whether a type has no empty value a cell could mean."""
    return isinstance(hint, type) and hint is not str


def _state(kind: Kind, text: str) -> str:
    labels = state_labels(kind)
    for id, label in labels.items():
        if folded(text) in (folded(id), folded(label)):
            return id
    known = ", ".join(labels.values()) or "rien : ce niveau n'a pas d'état"
    raise InvalidValue(field="state", value=text, expected=known)


def _override(cells: Mapping[str, Cell]) -> Override | None:
    if cells.get("progress") in (None, ""):
        return None
    hints = get_type_hints(Override)
    values = {name: from_cell(hints[name], cell, name) for name, cell in cells.items()}
    return Override(**values)  # type: ignore[arg-type]


def _not_of(kind: Kind, label: str) -> Reason:
    return because(
        "not_of_level",
        "${label} : un élément « ${kind} » n'a pas ce champ ; videz la cellule.",
        label=label,
        kind=KIND_LABELS[kind],
    )


@cache
def _hints(kind: Kind) -> Mapping[str, Any]:
    known = get_type_hints(CLASSES[kind])
    return {one.name: known[one.name] for one in fields(CLASSES[kind])}
