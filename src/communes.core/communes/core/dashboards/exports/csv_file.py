"""CSV: semicolons and a byte order mark, as French and Belgian spreadsheets expect."""

from communes.core.dashboards.exports.domain import csv_cell
from communes.core.dashboards.exports.domain import Table
from csv import writer
from io import TextIOWrapper
from typing import IO


def write(table: Table, out: IO[bytes]) -> None:
    """Write the table as UTF-8 text, row by row."""
    text = TextIOWrapper(out, "utf-8-sig", newline="")
    lines = writer(text, delimiter=";")
    lines.writerow([csv_cell(head) for head in table.heads])
    for row in table.rows:
        lines.writerow([csv_cell(value) for value in row])
    # The caller's file stays open.
    text.detach()
