"""Tables as a grid: every cell gets the square HTML would give it."""

from communes.core.documents.domain import DocumentTooLarge
from communes.core.documents.structure import Element
from communes.core.documents.structure import text_of
from dataclasses import dataclass


LIMIT_COLUMNS = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its first column and row, counted from 0, and its size."""

    x: int
    y: int
    columns: int
    rows: int
    element: Element


@dataclass(frozen=True, slots=True)
class Grid:
    """All cells of a table in reading order; the first ``head`` rows are its head."""

    columns: int
    rows: int
    head: int
    cells: tuple[Cell, ...]

    def in_head(self, cell: Cell) -> bool:
        """Tell whether ``cell`` belongs to the head of the table."""
        return cell.y < self.head

    def longest(self) -> list[int]:
        """Return, for each column, how long its longest cell is, in characters."""
        longest = [1] * self.columns
        for cell in self.cells:
            if cell.columns == 1:
                longest[cell.x] = max(longest[cell.x], len(text_of(cell.element)))
        return longest


def grid_of(table: Element) -> Grid:
    """Return the grid of a ``table`` element; spans never leave their part.

    :raises DocumentTooLarge: more columns than a page can hold.
    """
    rows, head = _rows(table)
    cells = _placed(rows, head, table.place)
    columns = max((cell.x + cell.columns for cell in cells), default=0)
    return Grid(columns, len(rows), head, tuple(cells))


def _rows(table: Element) -> tuple[list[Element], int]:
    """Return all rows, header rows first, and how many of them are header rows."""
    head: list[Element] = []
    body: list[Element] = []
    for part in table.elements():
        filled = [row for row in part.elements() if row.children]
        (head if part.tag == "thead" else body).extend(filled)
    if not head and len(body) > 1 and _is_header(body[0]):
        head.append(body.pop(0))
    return ([*head, *body], len(head)) if body else (head, 0)


def _is_header(row: Element) -> bool:
    return all(cell.tag == "th" and cell.rows == 1 for cell in row.elements())


def _placed(rows: list[Element], head: int, place: str) -> list[Cell]:
    taken: set[tuple[int, int]] = set()
    placed: list[Cell] = []
    for y, row in enumerate(rows):
        x = 0
        last = head if y < head else len(rows)
        for cell in row.elements():
            while (x, y) in taken:
                x += 1
            width = _free(taken, x, y, cell.columns)
            height = min(cell.rows, last - y)
            if x + width > LIMIT_COLUMNS:
                limit = f"{LIMIT_COLUMNS} colonnes"
                raise DocumentTooLarge(element="table", place=place, limit=limit)
            taken |= {(x + i, y + j) for i in range(width) for j in range(height)}
            placed.append(Cell(x, y, width, height, cell))
            x += width
    return placed


def _free(taken: set[tuple[int, int]], x: int, y: int, wanted: int) -> int:
    """Return how many of the ``wanted`` squares from ``x`` on are free."""
    width = 1
    while width < wanted and (x + width, y) not in taken:
        width += 1
    return width
