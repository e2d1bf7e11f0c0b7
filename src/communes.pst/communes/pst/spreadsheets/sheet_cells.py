"""The cells of one sheet, as its XML gives them."""

from communes.pst.domain.tables.sheet import Cell
from communes.pst.domain.xml_guard import guarded_parser
from communes.pst.domain.xml_guard import parse
from communes.pst.spreadsheets.package import UnreadableWorkbook
from communes.pst.spreadsheets.styles import day_of
from decimal import Decimal
from decimal import InvalidOperation
import re


MOST_ROWS = 100_000
MOST_COLUMNS = 256

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
# How a file writes a character XML can not say (ECMA-376, 22.9.2.19).
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class SheetReader:
    """Reads one sheet."""

    def __init__(self, texts: list[str], days: frozenset[int], from_1904: bool) -> None:
        self.texts = texts
        self.days = days
        self.from_1904 = from_1904
        self.found: list[tuple[int, dict[int, Cell]]] = []
        self.inside: list[str] = []
        self.cell: dict[str, str] = {}
        self.pieces: list[str] = []

    def rows(self, data: bytes) -> list[tuple[int, tuple[Cell, ...]]]:
        """Return the rows that have cells, each with its line from 1.

        :raises UnreadableXml: the sheet is no XML.
        :raises UnreadableWorkbook: it is larger than any programme.
        """
        parser = guarded_parser()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parse(parser, data)
        return [
            (line, tuple(cells.get(column) for column in range(max(cells) + 1)))
            for line, cells in self.found
            if cells
        ]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        self.inside.append(name)
        if name == "row":
            last = self.found[-1][0] if self.found else 0
            line = int(attributes.get("r") or last + 1)
            if line > MOST_ROWS:
                raise UnreadableWorkbook(problem=f"plus de {MOST_ROWS} lignes")
            self.found.append((line, {}))
        if name == "c":
            self.cell = attributes
            self.pieces = []

    def _text(self, text: str) -> None:
        wanted = self.inside and self.inside[-1] in ("v", "t")
        if wanted and "rPh" not in self.inside:
            self.pieces.append(text)

    def _end(self, _name: str) -> None:
        if self.inside.pop() != "c" or not self.found:
            return
        cells = self.found[-1][1]
        column = _column(self.cell.get("r", ""), max(cells, default=-1) + 1)
        if column >= MOST_COLUMNS:
            raise UnreadableWorkbook(problem=f"plus de {MOST_COLUMNS} colonnes")
        value = self._value("".join(self.pieces))
        if value is not None:
            cells[column] = value

    def _value(self, text: str) -> Cell:
        kind = self.cell.get("t", "n")
        if not text:
            return None
        if kind == "s":
            index = int(text) if text.isdigit() else -1
            known = 0 <= index < len(self.texts)
            return _unescaped(self.texts[index]) if known else None
        if kind in ("inlineStr", "str", "e"):
            return _unescaped(text)
        if kind == "b":
            return text == "1"
        if kind == "d":
            return text[:10]
        return self._number(text)

    def _number(self, text: str) -> Cell:
        try:
            # A file holds binary fractions; a person sees fifteen digits of them.
            number = Decimal(format(float(text), ".15g"))
        except (ValueError, InvalidOperation):
            return text
        style = self.cell.get("s", "")
        if number.is_finite() and style.isdigit() and int(style) in self.days:
            return day_of(number, self.from_1904) or number
        return number


def _column(place: str, following: int) -> int:
    """Return the number of a column from 0: "C7" is 2; without a place, the next."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return following
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
