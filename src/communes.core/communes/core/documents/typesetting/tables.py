"""Tables as plain data: cells with their square, columns with a width that reads."""

from collections.abc import Callable
from collections.abc import Iterable
from communes.core.documents.grid import Grid
from communes.core.documents.grid import grid_of
from communes.core.documents.structure import Element


Plain = dict[str, object]
# A column whose cells all hold this much stays as narrow as its words.
NARROW = 16


def plain_table(
    table: Element, blocks: Callable[[Iterable[Element]], list[Plain]]
) -> Plain:
    """Return cells with their ``x`` and ``y``, header rows and column widths.

    :raises DocumentTooLarge: more columns than a page can hold.
    """
    grid = grid_of(table)
    cells = [
        {
            "x": cell.x,
            "y": cell.y,
            "columns": cell.columns,
            "rows": cell.rows,
            "head": cell.element.tag == "th" or grid.in_head(cell),
            "classes": list(cell.element.classes),
            "children": blocks(cell.element.elements()),
        }
        for cell in grid.cells
    ]
    return {"widths": _widths(grid), "head": grid.head, "cells": cells}


def _widths(grid: Grid) -> list[object]:
    """Return ``"auto"`` for columns of short cells, a share for the others."""
    longest = grid.longest()
    if all(size <= NARROW for size in longest):
        return [max(size, 6) for size in longest]
    narrow = [size for size in longest if size <= NARROW]
    if sum(narrow) > 60:
        return [round(min(size, 120) ** 0.5, 2) for size in longest]
    return [
        "auto" if size <= NARROW else round(min(size, 200) ** 0.5, 2)
        for size in longest
    ]
