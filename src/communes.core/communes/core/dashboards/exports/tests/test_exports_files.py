"""The files are opened again: types kept, nothing calculated, row after row."""

from communes.core.dashboards.exports.api import FORMATS
from communes.core.dashboards.exports.api import make
from communes.core.dashboards.exports.domain import Table
from csv import reader
from datetime import date
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from io import StringIO
from lxml import etree
import pytest
import re
from zipfile import ZIP_STORED
from zipfile import ZipFile


FORMULAS = ("=1+1", "+32 81", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1")
ROW = (
    "École & <châssis>",
    date(2026, 11, 22),
    datetime(2026, 11, 22, 20, 5),
    184500,
    Decimal("-12.5"),
    None,
)
HEADS = ("Point", "Jour", "Moment", "Montant", "Solde", "Rien")


def table(*rows, heads=HEADS):
    return Table("Points", heads, iter(rows))


def part(data, name):
    with ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def xlsx_cells(data):
    """Return (type, text) of each cell, shared texts looked up."""
    with ZipFile(BytesIO(data)) as package:
        sheet = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    found = []
    for cell in sheet.iter("{*}c"):
        text = "".join(cell.itertext())
        found.append((cell.get("t"), text, cell))
    return found


def ods_cells(data):
    content = part(data, "content.xml")
    office = content.nsmap["office"]
    return [
        (cell.get(f"{{{office}}}value-type"), cell)
        for cell in content.iter("{*}table-cell")
    ]


def test_csv_is_read_back_whole():
    text = make("csv", table(ROW, ("a;b", None, None, 1.5, None, 'c"d\ne'))).decode(
        "utf-8-sig"
    )
    rows = list(reader(StringIO(text), delimiter=";"))
    assert rows == [
        list(HEADS),
        ["École & <châssis>", "2026-11-22", "2026-11-22 20:05", "184500", "-12,5", ""],
        ["a;b", "", "", "1,5", "", 'c"d\ne'],
    ]


def test_a_workbook_keeps_days_and_numbers():
    cells = xlsx_cells(make("xlsx", table(ROW)))[len(HEADS) :]
    (words, day, moment, whole, part_) = [cell[:2] for cell in cells]
    assert words == ("inlineStr", "École & <châssis>")
    # Days since the last day of 1899, as a spreadsheet counts.
    assert day == (None, "46348")
    assert moment[1].startswith("46348.83")
    assert whole == (None, "184500")
    assert part_ == (None, "-12.5")


def test_a_day_of_a_workbook_is_shown_as_a_day():
    data = make("xlsx", table(ROW))
    styles = part(data, "xl/styles.xml")
    formats = {one.get("formatCode") for one in styles.iter("{*}numFmt")}
    assert formats == {"dd/mm/yyyy", "dd/mm/yyyy hh:mm"}


def test_a_day_before_the_calendar_of_spreadsheets_is_written_out():
    cells = xlsx_cells(make("xlsx", table((date(1830, 10, 4),), heads=("Jour",))))
    assert cells[-1][:2] == ("inlineStr", "1830-10-04")


def test_an_opendocument_keeps_days_and_numbers():
    cells = ods_cells(make("ods", table(ROW)))[len(HEADS) :]
    assert [kind for kind, _cell in cells] == [
        "string", "date", "date", "float", "float", None,
    ]  # fmt: skip
    values = [
        value for _, cell in cells for key, value in cell.attrib.items()
        if key.endswith(("}value", "}date-value"))
    ]  # fmt: skip
    assert values == ["2026-11-22", "2026-11-22T20:05:00", "184500", "-12.5"]
    assert "".join(cells[0][1].itertext()) == "École & <châssis>"


def test_an_opendocument_says_what_it_is_first():
    with ZipFile(BytesIO(make("ods", table(ROW)))) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert package.testzip() is None
        assert package.read("mimetype").decode() == FORMATS["ods"].content_type


@pytest.mark.parametrize("text", FORMULAS)
def test_no_format_calculates_what_someone_typed(text):
    rows = table((text,), heads=("Objet",))
    line = make("csv", rows).decode("utf-8-sig").splitlines()[1]
    assert line.lstrip('"').startswith("'")
    workbook = make("xlsx", table((text,), heads=("Objet",)))
    kind, shown, cell = xlsx_cells(workbook)[-1]
    assert (kind, shown) == ("inlineStr", text)
    assert cell.find("{*}f") is None
    # The style says that the text was meant as a text, for who edits the cell.
    style = part(workbook, "xl/styles.xml").find("{*}cellXfs")[int(cell.get("s"))]
    assert style.get("quotePrefix") == "1"
    kind, cell = ods_cells(make("ods", table((text,), heads=("Objet",))))[-1]
    assert kind == "string"
    assert not [key for key in cell.attrib if key.endswith("formula")]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_head_is_no_formula_either(kind):
    data = make(kind, table(heads=("=1+1",)))
    if kind == "csv":
        assert data.decode("utf-8-sig").startswith("'=")
    elif kind == "ods":
        assert ods_cells(data)[0][0] == "string"
    else:
        assert xlsx_cells(data)[0][0] == "inlineStr"


@pytest.mark.parametrize("kind", FORMATS)
def test_a_list_without_rows_is_a_file_with_its_heads(kind):
    data = make(kind, table())
    if kind != "csv":
        name = "content.xml" if kind == "ods" else "xl/worksheets/sheet1.xml"
        data = etree.tostring(part(data, name), encoding="utf-8")
    assert all(re.search(head, data.decode("utf-8")) for head in HEADS)


@pytest.mark.parametrize("kind", FORMATS)
def test_rows_are_taken_one_after_the_other(kind):
    def rows():
        for number in range(500):
            yield (f"Point {number}\x00\x0b",)

    assert len(make(kind, Table("T", ("Point",), rows()))) > 500


def test_an_unknown_format_is_refused():
    with pytest.raises(KeyError):
        make("exe", table())
