"""A workbook read into sheets of plain cells: values only, no formula is computed."""

from communes.pst.domain.tables.sheet import Cell
from communes.pst.domain.tables.sheet import Table
from communes.pst.domain.xml_guard import guarded_parser
from communes.pst.domain.xml_guard import parse
from communes.pst.domain.xml_guard import UnreadableXml
from communes.pst.spreadsheets.package import Package
from communes.pst.spreadsheets.package import UnreadableWorkbook
from communes.pst.spreadsheets.sheet_cells import SheetReader
from communes.pst.spreadsheets.styles import day_styles
import posixpath


_BOOK = "xl/workbook.xml"


def read(data: bytes) -> tuple[Table, ...]:
    """Return the sheets of an XLSX file, in their order.

    The header of a sheet is its first row with two cells or more; what stands above it
    (a title, a logo) is left out. Days are days, numbers are decimals as a person sees
    them (fifteen digits), formulas are the value they had when the file was saved.

    :raises UnreadableWorkbook: it is no workbook, is broken, protected or too large.
    """
    package = Package(data)
    try:
        return _tables(package)
    except UnreadableXml as error:
        problem = error.values.get("problem", "")
        raise UnreadableWorkbook(problem=f"contenu invalide ({problem})") from None


def _tables(package: Package) -> tuple[Table, ...]:
    book = package.part(_BOOK)
    if book is None:
        raise UnreadableWorkbook(problem="il ne contient pas de classeur")
    names, from_1904 = _sheets(book)
    targets = _targets(package.part("xl/_rels/workbook.xml.rels"))
    texts = _shared_texts(package.part("xl/sharedStrings.xml"))
    days = day_styles(package.part("xl/styles.xml"))
    tables = []
    for name, relation in names:
        sheet = package.part(targets.get(relation, ""))
        if sheet is not None:
            reader = SheetReader(texts, days, from_1904)
            tables.append(_table(name, reader.rows(sheet)))
    return tuple(tables)


def _table(name: str, rows: list[tuple[int, tuple[Cell, ...]]]) -> Table:
    start = next(
        (
            index
            for index, (_, row) in enumerate(rows)
            if sum(cell not in (None, "") for cell in row) > 1
        ),
        None,
    )
    if start is None:
        return Table(name, (), ())
    line, header = rows[start]
    found: list[tuple[Cell, ...]] = []
    for number, row in rows[start + 1 :]:
        # A sheet leaves out its empty rows; the lines a person sees are kept.
        found += [()] * (number - line - 1 - len(found))
        found.append(row)
    titles = tuple("" if cell is None else str(cell).strip() for cell in header)
    return Table(name, titles, tuple(found), line)


def _sheets(data: bytes) -> tuple[list[tuple[str, str]], bool]:
    """Return names and relations of the sheets, and whether days count from 1904."""
    found: list[tuple[str, str]] = []
    flags: list[bool] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "workbookPr":
            flags.append(attributes.get("date1904") in ("1", "true"))
        if name == "sheet":
            relation = next(
                (text for key, text in attributes.items() if key.endswith(":id")), ""
            )
            found.append((attributes.get("name", ""), relation))

    parser = guarded_parser()
    parser.StartElementHandler = start
    parse(parser, data)
    return found, any(flags)


def _targets(data: bytes | None) -> dict[str, str]:
    found: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "Relationship":
            target = attributes.get("Target", "")
            found[attributes.get("Id", "")] = (
                target if target.startswith("/") else posixpath.join("xl", target)
            )

    if data is not None:
        parser = guarded_parser()
        parser.StartElementHandler = start
        parse(parser, data)
    return found


def _shared_texts(data: bytes | None) -> list[str]:
    """Return the texts cells refer to; what explains how to read them is left out."""
    texts: list[list[str]] = []
    inside: list[str] = []

    def start(name: str, _attributes: dict[str, str]) -> None:
        inside.append(name.rpartition(":")[2])
        if inside[-1] == "si":
            texts.append([])

    def end(_name: str) -> None:
        inside.pop()

    def text(piece: str) -> None:
        if texts and inside and inside[-1] == "t" and "rPh" not in inside:
            texts[-1].append(piece)

    if data is not None:
        parser = guarded_parser()
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parse(parser, data)
    return ["".join(pieces) for pieces in texts]
