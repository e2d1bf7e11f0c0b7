"""The sheets of a programme as a workbook."""

from communes.core.dashboards.exports import domain
from communes.core.dashboards.exports import xlsx
from communes.pst.domain.tables.sheet import Table
from io import BytesIO


def written(title: str, tables: tuple[Table, ...]) -> bytes:
    """Return an XLSX file with one sheet a table; no cell of it is a formula.

    A text longer than a cell holds (32 767 characters) is cut.
    """
    out = BytesIO()
    sheets = [domain.Table(one.name, one.header, one.rows) for one in tables]
    xlsx.write_all(title, sheets, out)
    return out.getvalue()
