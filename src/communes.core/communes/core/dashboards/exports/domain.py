"""What a list is once it leaves: heads, rows of plain values, and how many at most."""

from collections.abc import Iterable
from communes.core.dashboards.domain import neutral_cell
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal
import re


#: A file is read by a person; who needs more takes it by filter, or by REST.
MAX_ROWS = 10_000
#: What one cell of a spreadsheet holds at most (ECMA-376, 18.3.1.4).
MAX_CELL = 32_767

Value = str | int | float | Decimal | date | datetime | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Characters no XML document may hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Table:
    """A title, the heads of the columns, and rows as long as the heads.

    ``rows`` may be an iterator: it is read once, from first to last.
    """

    title: str
    heads: tuple[str, ...]
    rows: Iterable[tuple[Value, ...]]


def text_of(value: object) -> str:
    """Return the text of a cell: what no XML may hold left out, and cut to fit."""
    return _NOT_XML.sub("", "" if value is None else str(value))[:MAX_CELL]


def looks_like_formula(text: str) -> bool:
    """Return whether a spreadsheet might calculate this text if it was typed."""
    return text.startswith(_FORMULA)


def csv_cell(value: Value) -> str:
    """Return a cell of a CSV file as a Belgian spreadsheet reads it.

    Days in ISO 8601, which no regional setting turns around; numbers with a comma;
    a text that looks like a formula behind a quote.
    """
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float | Decimal):
        return str(value).replace(".", ",")
    return neutral_cell(text_of(value))


def file_name(stem: str, total: int, extension: str) -> str:
    """Return the name of the file; it says when not every row is in it."""
    safe = re.sub(r"[^A-Za-z0-9._-]+", "-", stem).strip("-.") or "liste"
    cut = f"-{MAX_ROWS}-premieres-lignes" if total > MAX_ROWS else ""
    return f"{safe}{cut}.{extension}"


def sheet_name(title: str) -> str:
    """Return a title as the name of a sheet: 31 characters, no sign of a formula."""
    return re.sub(r"[\[\]:*?/\\']", " ", text_of(title)).strip()[:31] or "Liste"
