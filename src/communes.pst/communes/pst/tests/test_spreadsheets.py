"""A programme leaves as a workbook and comes back from it identical."""

from communes.core.importing.domain import Fate
from communes.pst.domain.plan import Plan
from communes.pst.domain.programme import programme
from communes.pst.domain.tables.filling import to_tables
from communes.pst.domain.tables.reading import from_tables
from communes.pst.domain.tables.sheet import Table
from communes.pst.specimen.making import specimen
from communes.pst.spreadsheets.package import UnreadableWorkbook
from communes.pst.spreadsheets.reading import read
from communes.pst.spreadsheets.writing import written
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import count
import pytest
import zipfile


def workbook(**parts):
    """Return a workbook of one sheet "Feuil1", its parts as given."""
    known = {
        "xl/workbook.xml": (
            '<workbook xmlns:r="r"><sheets><sheet name="Feuil1" r:id="rId1"/></sheets>'
            "</workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'
            "</Relationships>"
        ),
        "xl/worksheets/sheet1.xml": parts.pop("sheet", "<worksheet/>"),
    }
    known |= {f"xl/{name}.xml": text for name, text in parts.items()}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in known.items():
            archive.writestr(name, text)
    return out.getvalue()


def rows_of(xml, **parts):
    """Return what the rows of a sheet give."""
    data = workbook(
        sheet=f"<worksheet><sheetData>{xml}</sheetData></worksheet>", **parts
    )
    return read(data)[0]


def test_a_programme_of_real_size_comes_back_identical():
    tree = specimen()
    data = written(tree.plan.title, to_tables(tree))
    ids = count()
    found = from_tables(
        read(data), programme(Plan(tree.plan.id, ""), ()), lambda: f"n{next(ids)}"
    )

    assert {row.fate for row in found.rows} == {Fate.CREATED}
    assert found.tree.elements == tree.elements
    assert found.tree.plan == tree.plan


@pytest.mark.parametrize(
    "value",
    [
        "=1+1",
        "'citation",
        "deux\nlignes",
        "  des espaces  ",
        "<b>&amp;</b>",
        "_x0041_",
        "é ’ « » €",
        "12",
        date(2026, 12, 31),
        date(1901, 1, 1),
        Decimal("184500.37"),
        Decimal("64.1"),
        Decimal("-0.01"),
        Decimal("99999999999.99"),
    ],
)
def test_a_cell_comes_back_as_it_was(value):
    table = Table("Feuille", ("A", "B"), ((value, "x"),))

    assert read(written("Titre", (table,)))[0].rows == ((value, "x"),)


def test_sheets_keep_their_names_and_order():
    tables = Table("Éléments", ("A", "B"), ()), Table("Budget", ("C", "D"), ())

    assert read(written("Titre", tables)) == tables


def test_what_other_software_writes_is_read_too():
    table = rows_of(
        '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>In</t>'
        '</is></c></row><row r="5"><c r="B5" t="s"><v>1</v></c><c r="C5" s="1"><v>46387'
        '</v></c><c r="D5" t="b"><v>1</v></c><c r="E5" t="str"><f>A1</f><v>calculé</v>'
        '</c><c r="F5" s="2"><v>12.5</v></c><c r="G5" t="d"><v>2026-01-02T00:00:00</v>'
        '</c><c r="H5" t="e"><v>#REF!</v></c><c r="I5" t="s"><v>99</v></c></row>',
        sharedStrings=(
            "<sst><si><r><t>Riche </t></r><r><t>texte</t></r><rPh><t>non</t></rPh></si>"
            "<si><t>ligne 5</t></si></sst>"
        ),
        styles=(
            '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
            '<numFmt numFmtId="165" formatCode="0.00&quot; m²&quot;"/></numFmts>'
            '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>'
            '<xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
            "</styleSheet>"
        ),
    )

    assert table.line == 2
    assert table.header == ("", "Riche texte", "In")
    assert table.rows[:2] == ((), ())
    assert table.rows[2] == (
        None,
        "ligne 5",
        date(2026, 12, 31),
        True,
        "calculé",
        Decimal("12.5"),
        "2026-01-02",
        "#REF!",
    )


def test_a_title_above_the_table_is_left_out():
    table = rows_of(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Notre PST</t></is></c></row>'
        '<row r="3"><c t="inlineStr"><is><t>Niveau</t></is></c>'
        '<c t="inlineStr"><is><t>Intitulé</t></is></c></row>'
    )

    assert (table.line, table.header) == (3, ("Niveau", "Intitulé"))


def test_a_calendar_from_1904_is_read():
    data = workbook(
        sheet=(
            '<worksheet><sheetData><row r="1"><c r="A1" s="0"><v>0</v></c>'
            '<c r="B1" s="0"><v>1</v></c></row></sheetData></worksheet>'
        ),
        styles='<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
        workbook=(
            '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets>'
            '<sheet name="F" r:id="rId1"/></sheets></workbook>'
        ),
    )

    assert read(data)[0].header == ("1904-01-01", "1904-01-02")


BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]><worksheet>&a;</worksheet>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Niveau;Intitul\xe9\nAction;x",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        workbook(sheet=BOMB),
        workbook(sheet="<worksheet>"),
        workbook(sheet='<worksheet><row r="1048576"/></worksheet>'),
        workbook(sheet='<worksheet><row><c r="ZZZ1"><v>1</v></c></row></worksheet>'),
        workbook()[:60],
    ],
)
def test_what_is_no_workbook_is_refused(data):
    with pytest.raises(UnreadableWorkbook, match=r"\.xlsx"):
        read(data)


def test_a_part_that_swells_is_stopped():
    data = workbook(sheet="<worksheet>" + " " * (65 * 1024 * 1024) + "</worksheet>")

    with pytest.raises(UnreadableWorkbook, match="trop grande"):
        read(data)
    assert len(data) < 1024 * 1024


def test_an_archive_without_workbook_is_refused():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

    with pytest.raises(UnreadableWorkbook, match="ne contient pas de classeur"):
        read(out.getvalue())
