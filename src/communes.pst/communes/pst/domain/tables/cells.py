"""A value as a cell a person reads, and what a person typed as a value."""

from collections.abc import Mapping
from communes.pst.domain.choices import Basis
from communes.pst.domain.choices import BudgetService
from communes.pst.domain.choices import BudgetSide
from communes.pst.domain.choices import Direction
from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Institution
from communes.pst.domain.choices import PartKind
from communes.pst.domain.choices import Publication
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.labels import BASIS_LABELS
from communes.pst.domain.labels import DIRECTION_LABELS
from communes.pst.domain.labels import HEALTH_LABELS
from communes.pst.domain.labels import INSTITUTION_LABELS
from communes.pst.domain.labels import PART_LABELS
from communes.pst.domain.labels import PUBLICATION_LABELS
from communes.pst.domain.labels import SERVICE_LABELS
from communes.pst.domain.labels import SIDE_LABELS
from communes.pst.domain.tables.sheet import Cell
from datetime import date
from datetime import datetime
from decimal import Decimal
from decimal import InvalidOperation
from enum import Enum
import re
from types import UnionType
from typing import Any
from typing import get_args
from typing import get_origin
from unicodedata import combining
from unicodedata import normalize


_LABELS: Mapping[type, Mapping[Any, str]] = {
    Basis: BASIS_LABELS,
    BudgetService: SERVICE_LABELS,
    BudgetSide: SIDE_LABELS,
    Direction: DIRECTION_LABELS,
    Health: HEALTH_LABELS,
    Institution: INSTITUTION_LABELS,
    PartKind: PART_LABELS,
    Publication: PUBLICATION_LABELS,
}

_YES, _NO = "Oui", "Non"


def to_cell(value: object, separator: str = "; ") -> Cell:
    """Return a value as a cell; what is empty is an empty cell."""
    if isinstance(value, Enum):
        return _LABELS[type(value)][value]
    if isinstance(value, tuple):
        texts = [str(to_cell(one)) for one in value]
        return separator.join(texts) if texts else None
    if isinstance(value, bool):
        return _YES if value else _NO
    if value is None or value == "":
        return None
    assert isinstance(value, str | int | Decimal | date)
    return value


def from_cell(hint: Any, cell: Cell, field: str, separator: str = ";") -> object:
    """Return the value of a type that a cell says.

    An empty cell is an empty text or tuple, or None where that is allowed.

    :raises InvalidValue: it says none; names ``field``.
    """
    if isinstance(cell, str):
        cell = cell.replace("\r\n", "\n").strip("\n\t \xa0")
    empty = cell is None or cell == ""
    if get_origin(hint) is UnionType:
        inner = next(one for one in get_args(hint) if one is not type(None))
        return None if empty else from_cell(inner, cell, field)
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint)[0], cell, field, separator) if not empty else ()
    if hint is str:
        return _text(cell)
    if empty:
        raise InvalidValue(field=field, value="", expected="une valeur")
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _choice(hint, str(cell), field)
    return _plain(hint, cell, field)


def folded(text: str) -> str:
    """Return a text without case, accents or doubled spaces, to compare by."""
    plain = "".join(one for one in normalize("NFKD", text) if not combining(one))
    return " ".join(plain.replace("’", "'").casefold().split())


def _tuple(inner: Any, cell: Cell, field: str, separator: str) -> tuple[object, ...]:
    texts = re.split(f"[{separator}\n]" if separator != "\n" else "\n", _text(cell))
    return tuple(from_cell(inner, one, field) for one in texts if one.strip())


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal) and cell == cell.to_integral_value():
        return str(int(cell))
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def _choice(choices: type[Enum], text: str, field: str) -> Enum:
    wanted = folded(text)
    for one in choices:
        if wanted in (folded(str(one.value)), folded(_LABELS[choices][one])):
            return one
    known = ", ".join(_LABELS[choices].values())
    raise InvalidValue(field=field, value=text, expected=f"un choix parmi {known}")


def _plain(hint: Any, cell: Cell, field: str) -> object:
    if hint is bool and isinstance(cell, bool):
        return cell
    if hint is bool:
        answer = {folded(_YES): True, folded(_NO): False}.get(folded(_text(cell)))
        if answer is None:
            raise InvalidValue(field=field, value=cell, expected="Oui ou Non")
        return answer
    if hint is date:
        return _day(cell, field)
    number = _number(cell, field)
    if hint is int:
        if number != number.to_integral_value():
            raise InvalidValue(field=field, value=cell, expected="un nombre entier")
        return int(number)
    return number


def _number(cell: Cell, field: str) -> Decimal:
    if isinstance(cell, str):
        # As Belgians write: spaces between thousands, a comma, a unit after it.
        text = re.sub(r"[\s  ]|€|%|EUR", "", cell).replace(",", ".")
    else:
        text = str(cell)
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise InvalidValue(field=field, value=cell, expected="un nombre") from None
    if not number.is_finite():
        raise InvalidValue(field=field, value=cell, expected="un nombre")
    return number


def _day(cell: Cell, field: str) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = _text(cell).strip()
    for pattern in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y"):
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    raise InvalidValue(
        field=field, value=text, expected="une date, par exemple 31/12/2026"
    )
