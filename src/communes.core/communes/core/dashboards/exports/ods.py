"""ODS: the least OpenDocument 1.3 asks of a spreadsheet, written row by row."""

from collections.abc import Iterator
from communes.core.dashboards.exports.domain import sheet_name
from communes.core.dashboards.exports.domain import Table
from communes.core.dashboards.exports.domain import text_of
from communes.core.dashboards.exports.domain import Value
from datetime import date
from datetime import datetime
from decimal import Decimal
from typing import IO
from xml.sax.saxutils import escape
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile


MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_MANIFEST = (
    f'{_XML}<manifest:manifest xmlns:manifest="{_OASIS}manifest:1.0" '
    'manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" '
    'manifest:media-type="text/xml"/></manifest:manifest>'
)
_NAMES = " ".join(
    f'xmlns:{prefix}="{_OASIS}{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("number", "datastyle"),
        ("fo", "xsl-fo-compatible"),
    )
)
_DAY = (
    '<number:day number:style="long"/><number:text>/</number:text>'
    '<number:month number:style="long"/><number:text>/</number:text>'
    '<number:year number:style="long"/>'
)
_HOUR = (
    '<number:text> </number:text><number:hours number:style="long"/>'
    '<number:text>:</number:text><number:minutes number:style="long"/>'
)
_STYLES = (
    "<office:automatic-styles>"
    f'<number:date-style style:name="d">{_DAY}</number:date-style>'
    f'<number:date-style style:name="m">{_DAY}{_HOUR}</number:date-style>'
    '<style:style style:name="day" style:family="table-cell" '
    'style:data-style-name="d"/>'
    '<style:style style:name="moment" style:family="table-cell" '
    'style:data-style-name="m"/>'
    '<style:style style:name="head" style:family="table-cell">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    "</office:automatic-styles>"
)


def write(table: Table, out: IO[bytes]) -> None:
    """Write the table as a spreadsheet; every cell says its type, none a formula."""
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        # First and not packed, so that the kind of the file is read without it.
        package.writestr("mimetype", MIMETYPE, ZIP_STORED)
        package.writestr("META-INF/manifest.xml", _MANIFEST)
        with package.open("content.xml", "w") as content:
            for piece in _content(table):
                content.write(piece.encode("utf-8"))


def _content(table: Table) -> Iterator[str]:
    yield f'{_XML}<office:document-content {_NAMES} office:version="1.3">{_STYLES}'
    yield "<office:body><office:spreadsheet>"
    yield f"<table:table table:name={quoteattr(sheet_name(table.title))}>"
    if table.heads:
        yield (
            f'<table:table-column table:number-columns-repeated="{len(table.heads)}"/>'
        )
    heads = "".join(_text(head, "head") for head in table.heads)
    yield f"<table:table-header-rows>{_row(heads)}</table:table-header-rows>"
    for row in table.rows:
        yield _row("".join(_cell(value) for value in row))
    yield "</table:table></office:spreadsheet></office:body></office:document-content>"


def _row(cells: str) -> str:
    return f"<table:table-row>{cells or '<table:table-cell/>'}</table:table-row>"


def _cell(value: Value) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, date):
        is_moment = isinstance(value, datetime)
        at = value.replace(tzinfo=None, microsecond=0) if is_moment else value
        return (
            f'<table:table-cell table:style-name="{"moment" if is_moment else "day"}" '
            f'office:value-type="date" office:date-value="{at.isoformat()}"/>'
        )
    if isinstance(value, int | float | Decimal):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    return _text(value)


def _text(value: object, style: str = "") -> str:
    named = f' table:style-name="{style}"' if style else ""
    lines = text_of(value).replace("\t", " ").splitlines()
    words = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    return (
        f'<table:table-cell{named} office:value-type="string">{words}'
        "</table:table-cell>"
    )
