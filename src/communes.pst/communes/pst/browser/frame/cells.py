"""A table of a page as plain values, for the macro that shows it."""

from collections.abc import Iterable
from collections.abc import Sequence
from communes.core.parts.domain.values import Tag
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """What stands in one cell: words, perhaps a link, a tag; numbers do not wrap."""

    words: str = ""
    url: str = ""
    tag: Tag | None = None
    number: bool = False


def table(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[object]]
) -> dict[str, object]:
    """Return a table for the macro ``grid``; what is no ``Cell`` becomes words."""
    return {
        "caption": caption,
        "heads": list(heads),
        "rows": [[_cell(one) for one in row] for row in rows],
    }


def number(value: object) -> Cell:
    """Return a cell whose words keep on one line."""
    return Cell(str(value), number=True)


def _cell(value: object) -> Cell:
    return value if isinstance(value, Cell) else Cell("" if value is None else value)
