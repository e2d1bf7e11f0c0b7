"""Tables: every cell gets its place in a grid, every column a width that reads well."""

from collections.abc import Callable
from collections.abc import Iterable
from communes.core.documents.domain import DocumentTooLarge
from communes.core.documents.structure import Element
from communes.core.documents.structure import text_of


Plain = dict[str, object]
LIMIT_COLUMNS = 40
# A column whose cells all hold this much stays as narrow as its words.
NARROW = 16


def plain_table(
    table: Element, blocks: Callable[[Iterable[Element]], list[Plain]]
) -> Plain:
    """Return cells with their ``x`` and ``y``, header rows and column widths.

    :raises DocumentTooLarge: more columns than a page can hold.
    """
    rows, head = _rows(table)
    placed = _placed(rows, head, table.place)
    columns = max((x + width for x, _y, width, _h, _cell in placed), default=0)
    cells = [
        {
            "x": x,
            "y": y,
            "columns": width,
            "rows": height,
            "head": cell.tag == "th" or y < head,
            "classes": list(cell.classes),
            "children": blocks(cell.elements()),
        }
        for x, y, width, height, cell in placed
    ]
    return {"widths": _widths(columns, placed), "head": head, "cells": cells}


def _rows(table: Element) -> tuple[list[Element], int]:
    """Return all rows, header rows first, and how many of them are header rows."""
    head = [
        row
        for part in table.elements()
        if part.tag == "thead"
        for row in part.elements()
    ]
    body = [
        row
        for part in table.elements()
        if part.tag != "thead"
        for row in part.elements()
    ]
    head = [row for row in head if row.children]
    body = [row for row in body if row.children]
    while (
        not head
        and len(body) > 1
        and all(cell.tag == "th" for cell in body[0].elements())
    ):
        head.append(body.pop(0))
    if not body:
        return head, 0
    return [*head, *body], len(head)


Placed = tuple[int, int, int, int, Element]


def _placed(rows: list[Element], head: int, place: str) -> list[Placed]:
    """Give each cell the first free square of its row, as HTML does."""
    taken: set[tuple[int, int]] = set()
    placed: list[Placed] = []
    for y, row in enumerate(rows):
        x = 0
        last = head if y < head else len(rows)
        for cell in row.elements():
            while (x, y) in taken:
                x += 1
            width = _free(taken, x, y, cell.columns)
            height = min(cell.rows, last - y)
            if x + width > LIMIT_COLUMNS:
                raise DocumentTooLarge(
                    element="table", place=place, limit=f"{LIMIT_COLUMNS} colonnes"
                )
            taken |= {(x + i, y + j) for i in range(width) for j in range(height)}
            placed.append((x, y, width, height, cell))
            x += width
    return placed


def _free(taken: set[tuple[int, int]], x: int, y: int, wanted: int) -> int:
    """Return how many of the ``wanted`` squares from ``x`` on are free."""
    width = 1
    while width < wanted and (x + width, y) not in taken:
        width += 1
    return width


def _widths(columns: int, placed: list[Placed]) -> list[object]:
    """Return ``"auto"`` for columns of short cells, a share for the others."""
    longest = [1] * columns
    for x, _y, width, _height, cell in placed:
        if width == 1:
            longest[x] = max(longest[x], len(text_of(cell)))
    if all(size <= NARROW for size in longest):
        return [max(size, 6) for size in longest]
    narrow = [size for size in longest if size <= NARROW]
    if sum(narrow) > 60:
        return [round(min(size, 120) ** 0.5, 2) for size in longest]
    return [
        "auto" if size <= NARROW else round(min(size, 200) ** 0.5, 2)
        for size in longest
    ]
