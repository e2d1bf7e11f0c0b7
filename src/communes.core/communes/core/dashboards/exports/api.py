"""The door of the exports: the formats offered, and a table made into one of them."""

from collections.abc import Mapping
from communes.core.dashboards.exports.domain import Table
from communes.core.i18n import _
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from types import MappingProxyType


@dataclass(frozen=True)
class Format:
    """A kind of file: its name for the person, its type for the browser."""

    title: str
    content_type: str
    writer: str


#: By the extension of the file, which is also the value of ``?export=``.
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "csv": Format(_("export_csv", default="CSV"), "text/csv; charset=utf-8",
                      "csv_file"),
        "xlsx": Format(
            _("export_xlsx", default="Excel (XLSX)"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx"),
        "ods": Format(_("export_ods", default="OpenDocument (ODS)"),
                      "application/vnd.oasis.opendocument.spreadsheet", "ods"),
    }
)  # fmt: skip


def make(extension: str, table: Table) -> bytes:
    """Return the file of a table.

    :param extension: a key of ``FORMATS``.
    :raises KeyError: for another one.
    """
    # A process that never exports does not load what writes workbooks.
    name = FORMATS[extension].writer
    writer = import_module(f"communes.core.dashboards.exports.{name}")
    out = BytesIO()
    writer.write(table, out)
    return out.getvalue()
