"""XLSX: frozen heads, cells with their own types, row by row."""

from collections.abc import Iterable
from communes.core.dashboards.exports.domain import looks_like_formula
from communes.core.dashboards.exports.domain import sheet_name
from communes.core.dashboards.exports.domain import Table
from communes.core.dashboards.exports.domain import text_of
from communes.core.dashboards.exports.domain import Value
from datetime import date
from datetime import datetime
from decimal import Decimal
from typing import Any
from typing import IO
from xlsxwriter import Workbook


_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "remove_timezone": True,
}
_FIRST_YEAR = 1900  # A spreadsheet counts its days from here.
_WIDTHS = (12, 48)


def write(table: Table, out: IO[bytes]) -> None:
    """Write the table as a workbook; no cell of it is a formula."""
    write_all(table.title, (table,), out)


def write_all(title: str, tables: Iterable[Table], out: IO[bytes]) -> None:
    """Write the tables as the sheets of one workbook, each under its own title."""
    book = Workbook(out, _OPTIONS)
    book.set_properties({"title": text_of(title)})
    for table in tables:
        _add_sheet(book, table)
    book.close()


def _add_sheet(book: Workbook, table: Table) -> None:
    sheet = book.add_worksheet(sheet_name(table.title))
    cells = _Cells(book, sheet)
    least, most = _WIDTHS
    for column, head in enumerate(table.heads):
        width = most if column == 0 else max(least, len(head) + 4)
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, text_of(head), cells.head)
    sheet.freeze_panes(1, 0)
    last = 0
    for last, row in enumerate(table.rows, 1):
        for column, value in enumerate(row):
            cells.write(last, column, value)
    if table.heads:
        sheet.autofilter(0, 0, last, len(table.heads) - 1)


class _Cells:
    """Writes each value in the way its type asks."""

    def __init__(self, book: Workbook, sheet: Any) -> None:
        self.sheet = sheet
        self.head = book.add_format({"bold": True})
        self.day = book.add_format({"num_format": "dd/mm/yyyy"})
        self.moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        # Stays a text even after someone edits the cell.
        self.quoted = book.add_format({"quote_prefix": True})

    def write(self, row: int, column: int, value: Value) -> None:
        if value is None or value == "":
            return
        if isinstance(value, date) and value.year >= _FIRST_YEAR:
            shown = self.moment if isinstance(value, datetime) else self.day
            self.sheet.write_datetime(row, column, value, shown)
        elif isinstance(value, int | float | Decimal):
            self.sheet.write_number(row, column, value)
        else:
            text = text_of(value)
            shown = self.quoted if looks_like_formula(text) else None
            self.sheet.write_string(row, column, text, shown)
