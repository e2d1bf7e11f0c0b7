"""Tables of an element: what was sent becomes records, or is refused by row."""

from collections.abc import Callable
from collections.abc import Mapping
from communes.core.access.plain import to_plain
from communes.pst.content.element import IElement
from communes.pst.domain.element import Dependency
from communes.pst.domain.element import Override
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.money import Share
from communes.pst.domain.risk import Risk
from communes.pst.exceptions import InvalidRow
from dataclasses import fields
from dataclasses import is_dataclass
from dataclasses import MISSING
from datetime import date
from decimal import Decimal
from decimal import InvalidOperation
from enum import Enum
from types import UnionType
from typing import Any
from typing import get_args
from typing import get_origin
from typing import get_type_hints
from typing import Union


#: Tables agents write, and the record of a row.
TABLES = {
    "budget": BudgetRow,
    "indicators": Indicator,
    "risks": Risk,
    "split": Share,
    "depends_on": Dependency,
}
#: Tables the accounts write.
ACCOUNTS = ("articles", "projections")

_MOST = 500
_MOST_TEXT = 5_000
_LINES = {10: None, 13: None, 9: None}


class _Unreadable(Exception):
    """A value is not of its kind; the message says what is expected."""


def rows_of(obj: IElement, table: str) -> tuple[object, ...]:
    """Return the rows of a table as plain mappings."""
    return tuple(getattr(obj.aq_base, table, ()))


def read_rows(table: str, given: object) -> tuple[object, ...]:
    """Return the records of what was sent for a table.

    :raises InvalidRow: at the field ``table``; names the row and what is expected.
    """
    if not isinstance(given, list | tuple) or len(given) > _MOST:
        problem = f"une liste de {_MOST} lignes au plus est attendue"
        raise InvalidRow(field=table, table=table, row=0, problem=problem)
    return tuple(
        read_row(table, TABLES[table], one, number)
        for number, one in enumerate(given, start=1)
    )


def read_row(table: str, kind: type, given: object, number: int = 1) -> Any:
    """Return the record of one row.

    :raises InvalidRow: a value is missing, unknown or of the wrong kind.
    """
    try:
        return _record(kind, given)
    except _Unreadable as wrong:
        raise InvalidRow(
            field=table, table=table, row=number, problem=str(wrong)
        ) from wrong


def read_override(given: object) -> Override | None:
    """Return a progress said by a person, None to take it back.

    :raises InvalidRow: it can not be read.
    """
    return None if given is None else read_row("override", Override, given)


def write_rows(obj: IElement, table: str, records: tuple[object, ...]) -> bool:
    """Keep the rows of a table; return whether they differ from those kept."""
    plain = tuple(to_plain(one) for one in records)
    if plain == rows_of(obj, table):
        return False
    setattr(obj, table, plain)
    return True


def _record(kind: type, given: object) -> Any:
    if not isinstance(given, Mapping):
        raise _Unreadable("un objet est attendu")
    known = {one.name: one for one in fields(kind)}
    for name in given:
        if name not in known:
            raise _Unreadable(f"« {name} » n'est pas connu")
    hints = get_type_hints(kind)
    values = {}
    for name, one in known.items():
        if name in given and given[name] not in (None, ""):
            try:
                values[name] = _value(hints[name], given[name])
            except _Unreadable as wrong:
                raise _Unreadable(f"« {name} » : {wrong}") from wrong
        elif one.default is MISSING:
            raise _Unreadable(f"« {name} » est nécessaire")
    return kind(**values)


def _value(hint: Any, given: object) -> object:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        (hint,) = (one for one in get_args(hint) if one is not type(None))
        return _value(hint, given)
    if origin is tuple:
        if not isinstance(given, list | tuple) or len(given) > _MOST:
            raise _Unreadable("une liste est attendue")
        member = get_args(hint)[0]
        return tuple(_value(member, one) for one in given)
    if is_dataclass(hint):
        return _record(hint, given)
    if issubclass(hint, Enum):
        return _choice(hint, given)
    return _SCALARS[hint](given)


def _choice(kind: type[Enum], given: object) -> Enum:
    for one in kind:
        if one.value == given:
            return one
    expected = ", ".join(str(one.value) for one in kind)
    raise _Unreadable(f"une valeur parmi {expected} est attendue")


def _text(given: object) -> str:
    if isinstance(given, str) and len(given) <= _MOST_TEXT:
        if given.translate(_LINES).isprintable():
            return given
    raise _Unreadable("un texte est attendu")


def _whole(given: object) -> int:
    if isinstance(given, str) and given.isascii() and given.lstrip("-").isdigit():
        given = int(given[:9])
    if isinstance(given, int) and not isinstance(given, bool) and abs(given) < 10**9:
        return given
    raise _Unreadable("un nombre entier est attendu")


def _decimal(given: object) -> Decimal:
    if isinstance(given, bool) or not isinstance(given, str | int | Decimal):
        raise _Unreadable("un nombre est attendu, écrit « 1200.50 »")
    try:
        found = Decimal(str(given).strip().replace(",", "."))
    except InvalidOperation as wrong:
        raise _Unreadable("un nombre est attendu, écrit « 1200.50 »") from wrong
    if not found.is_finite() or abs(found) >= Decimal(10) ** 12:
        raise _Unreadable("ce nombre est trop grand")
    return found


def _day(given: object) -> date:
    if type(given) is date:
        return given
    try:
        return date.fromisoformat(str(given))
    except ValueError as wrong:
        raise _Unreadable("un jour est attendu, écrit « 2026-12-31 »") from wrong


_SCALARS: Mapping[type, Callable[[object], object]] = {
    str: _text,
    int: _whole,
    Decimal: _decimal,
    date: _day,
}
