"""The rows of the other sheets, gathered for the elements they belong to."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.core.importing.domain import refused
from communes.core.importing.domain import Row
from communes.pst.domain.element import Element
from communes.pst.domain.element import Steered
from communes.pst.domain.errors import because
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.tables.cells import folded
from communes.pst.domain.tables.cells import from_cell
from communes.pst.domain.tables.faults import at_column
from communes.pst.domain.tables.faults import unknown_columns
from communes.pst.domain.tables.naming import Names
from communes.pst.domain.tables.sheet import Cell
from communes.pst.domain.tables.sheet import ELEMENT
from communes.pst.domain.tables.sheet import INDICATOR
from communes.pst.domain.tables.sheet import RECORD_SHEETS
from communes.pst.domain.tables.sheet import RecordSheet
from communes.pst.domain.tables.sheet import REFERRING
from communes.pst.domain.tables.sheet import Table
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import Any
from typing import get_type_hints


@dataclass
class Records:
    """What the other sheets say.

    :param refused: the rows that can not be read.
    :param present: names of the sheets the file has.
    :param found: the records by sheet, element and (for what is inside) indicator.
    :param lines: where each of those groups begins.
    """

    refused: list[Row] = field(default_factory=list)
    present: set[str] = field(default_factory=set)
    found: dict[tuple[str, str, str], list[Any]] = field(default_factory=dict)
    lines: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def elements(self) -> dict[str, str]:
        """Return the elements that have rows, each with the place of its first."""
        places: dict[str, str] = {}
        for (sheet, id, _), line in self.lines.items():
            places.setdefault(id, f"{sheet}, ligne {line}")
        return places

    def applied(self, element: Element) -> Element:
        """Return the element with its rows; a sheet that is missing changes nothing."""
        for sheet in RECORD_SHEETS:
            if sheet.name not in self.present or not isinstance(element, sheet.owner):
                continue
            values: dict[str, Any] = {}
            if sheet.inside and isinstance(element, Steered):
                values["indicators"] = self._filled(sheet, element)
            else:
                rows = tuple(self.found.get((sheet.name, element.id, ""), ()))
                values[sheet.field] = rows
                if sheet.field == "indicators":
                    values[sheet.field] = _with_insides(rows, element)
            element = replace(element, **values)
        return element

    def orphans(self, elements: Mapping[str, Element]) -> Iterator[Row]:
        """Yield a refusal for rows of an indicator their element does not have."""
        for (sheet, id, indicator), line in self.lines.items():
            element = elements.get(id)
            known = element.indicators if isinstance(element, Steered) else ()
            if indicator and indicator not in {one.id for one in known}:
                reason = because(
                    "indicator_unknown",
                    "« ${element} » n'a pas d'indicateur « ${indicator} ».",
                    element=element.title if element else id,
                    indicator=indicator,
                )
                yield refused(line, f"{sheet}, ligne {line}", reason)

    def _filled(self, sheet: RecordSheet, element: Steered) -> tuple[Indicator, ...]:
        filled = []
        for one in element.indicators:
            rows = self.found.get((sheet.name, element.id, one.id), ())
            values: dict[str, Any] = {sheet.inside: tuple(rows)}
            filled.append(replace(one, **values))
        return tuple(filled)


def records(tables: Mapping[str, Table], names: Names) -> Records:
    """Return the records of all sheets the file has; fields keep their defaults.

    :param tables: by folded name.
    """
    found = Records()
    for sheet in RECORD_SHEETS:
        table = tables.get(folded(sheet.name))
        if table is None:
            continue
        found.present.add(sheet.name)
        columns = [folded(header) for header in table.header]
        known = {folded(label): (name, label) for name, label in sheet.labels}
        first = {folded(ELEMENT), folded(INDICATOR)} if sheet.inside else {_ELEMENT}
        strange = tuple(
            header
            for header, column in zip(table.header, columns, strict=True)
            if column and column not in known and column not in first
        )
        if strange:
            labels = (ELEMENT, *(label for _, label in sheet.labels))
            reason = unknown_columns(strange, labels)
            key = f"{sheet.name}, ligne {table.line}"
            found.refused.append(refused(table.line, key, reason))
            continue
        for line, row in enumerate(table.rows, start=table.line + 1):
            cells = dict(zip(columns, row, strict=False))
            if any(cell not in (None, "") for cell in cells.values()):
                _take(found, sheet, names, line, cells)
    return found


_ELEMENT = folded(ELEMENT)


def _take(
    found: Records,
    sheet: RecordSheet,
    names: Names,
    line: int,
    cells: Mapping[str, Cell],
) -> None:
    key = f"{sheet.name}, ligne {line}"
    try:
        id = names.id_of(str(cells.get(_ELEMENT) or ""), ELEMENT)
    except InvalidValue as error:
        found.refused.append(refused(line, key, at_column(ELEMENT, error.reason)))
        return
    reasons: list[Reason] = []
    owner = names.elements.get(id)
    if not isinstance(owner, sheet.owner):
        reasons.append(
            because(
                "not_of_level",
                "« ${element} » n'a pas de ligne sur la feuille « ${sheet} ».",
                element=owner.title if owner else cells.get(_ELEMENT),
                sheet=sheet.name,
            )
        )
    inside = str(cells.get(folded(INDICATOR)) or "").strip() if sheet.inside else ""
    if sheet.inside and not inside:
        reason = because("indicator_missing", "Indiquez l'identifiant de l'indicateur.")
        reasons.append(at_column(INDICATOR, reason))
    values = _values(sheet, names, cells, reasons)
    if reasons:
        found.refused.append(refused(line, key, *reasons))
        return
    group = (sheet.name, id, inside)
    found.lines.setdefault(group, line)
    found.found.setdefault(group, []).append(sheet.record(**values))


def _values(
    sheet: RecordSheet,
    names: Names,
    cells: Mapping[str, Cell],
    reasons: list[Reason],
) -> dict[str, Any]:
    hints = get_type_hints(sheet.record)
    values: dict[str, Any] = {}
    for name, label in sheet.labels:
        cell = cells.get(folded(label))
        try:
            values[name] = from_cell(hints[name], cell, name)
            if name in REFERRING and sheet.field in ("split", "depends_on"):
                values[name] = names.id_of(values[name], name)
        except InvalidValue as error:
            reasons.append(at_column(label, error.reason))
    return values


def _with_insides(rows: tuple[Any, ...], element: Element) -> tuple[Any, ...]:
    """Return new indicators with the targets and measures the old ones have."""
    assert isinstance(element, Steered)
    old = {one.id: one for one in element.indicators}
    return tuple(
        replace(one, targets=old[one.id].targets, measures=old[one.id].measures)
        if one.id in old
        else one
        for one in rows
    )
