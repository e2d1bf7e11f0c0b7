"""The tables of an element as plain rows, for forms that change one of them."""

from communes.core.access.permission import require
from communes.pst.content.element import IElement
from communes.pst.storage.rows import rows_of
from uuid import uuid4


def table_rows(obj: IElement, table: str) -> list[dict[str, object]]:
    """Return copies of the rows of a table, as they are kept.

    :param table: "budget", "indicators", "risks", "split", "depends_on", or
        "override" (one row, or none).
    :raises MayNot: the user may not see the element.
    """
    require("View", obj)
    if table == "override":
        return [dict(obj.override)] if obj.override else []
    return [dict(one) for one in rows_of(obj, table)]


def new_row_id() -> str:
    """Return an id for a new indicator or risk, unlike any other."""
    return uuid4().hex[:12]
