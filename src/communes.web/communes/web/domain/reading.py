"""Records as plain JSON values, and plain values read back with every kind checked.

What programs send, what forms collect and what the database keeps has one shape: texts,
truth, numbers, lists and objects. Days are ISO 8601, amounts and openings are texts.
"""

from collections.abc import Callable
from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.web.domain.schedule.record import Interval
from communes.web.domain.schedule.record import read_interval
from dataclasses import fields
from dataclasses import is_dataclass
from dataclasses import MISSING
from datetime import date
from datetime import datetime
from datetime import timedelta
from decimal import Decimal
from decimal import InvalidOperation
from enum import Enum
from functools import cache
import re
from types import UnionType
from typing import Any
from typing import get_args
from typing import get_origin
from typing import get_type_hints
from typing import TypeVar
from typing import Union


T = TypeVar("T")
Reader = Callable[[object, str], Any]
#: Longer than any text of ours, and shorter than what would fill a database.
LONGEST = 200_000
MOST_ROWS = 400
#: Characters of control and halves of characters: no document could hold them.
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class BadValue(InvalidInput):
    """Cause: a value is missing, of another kind, or unknown here.

    Cure: send what is expected, under a name that is listed.
    """

    i18n_domain = "communes.web"
    code = "web_bad_value"
    template = "« ${name} » : ${expected} est attendu."


def tell(value: object) -> Any:
    """Return a record, or a value of one, as plain JSON values."""
    if isinstance(value, Interval | Decimal):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.days
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: tell(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [tell(one) for one in value]
    return value


def read(kind: type[T], given: object, field: str = "") -> T:
    """Return the record ``kind`` of plain values, each checked against its field.

    :param field: the name by which a refusal calls what is wrong.
    :raises BadValue: a name is unknown, or a value missing or of another kind.
    :raises DomainError: the record itself refuses what it is made of.
    """
    if not isinstance(given, Mapping):
        raise BadValue(field=field, name=field, expected="un objet")
    known = _known(kind)
    for name in given:
        if name not in known:
            expected = f"un nom parmi {', '.join(known)}"
            raise BadValue(field=field or str(name), name=name, expected=expected)
    found: dict[str, Any] = {}
    for name, (reader, needed) in known.items():
        if name in given:
            found[name] = reader(given[name], field or name)
        elif needed:
            raise BadValue(field=field or name, name=name, expected="une valeur")
    return kind(**found)


def read_value(kind: type[object], name: str, given: object) -> Any:
    """Return one value of a record of that kind, read as its field ``name`` says.

    :raises BadValue: there is no such field, or the value is of another kind.
    """
    known = _known(kind)
    if name not in known:
        expected = f"un nom parmi {', '.join(known)}"
        raise BadValue(field=name, name=name, expected=expected)
    return known[name][0](given, name)


def _known(kind: Any) -> dict[str, tuple[Reader, bool]]:
    return _readers(kind)


@cache
def _readers(kind: type[Any]) -> dict[str, tuple[Reader, bool]]:
    hints = get_type_hints(kind)
    return {
        one.name: (
            _reader(hints[one.name]),
            one.default is MISSING and one.default_factory is MISSING,
        )
        for one in fields(kind)
    }


@cache
def _reader(hint: Any) -> Reader:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        (inner,) = (one for one in get_args(hint) if one is not type(None))
        read_inner = _reader(inner)
        return lambda given, name: (
            None if given in (None, "") else read_inner(given, name)
        )
    if origin is tuple:
        return _rows(get_args(hint))
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if issubclass(hint, Enum):
        return lambda given, name: _choice(hint, given, name)
    return lambda given, name: read(hint, given, name)


def _rows(kinds: tuple[Any, ...]) -> Reader:
    members = [_reader(one) for one in kinds if one is not Ellipsis]
    fixed = Ellipsis not in kinds

    def read_rows(given: object, name: str) -> tuple[Any, ...]:
        if not isinstance(given, list | tuple) or len(given) > MOST_ROWS:
            raise BadValue(field=name, name=name, expected="une liste")
        if not fixed:
            return tuple(members[0](one, name) for one in given)
        if len(given) != len(members):
            expected = f"une liste de {len(members)} valeurs"
            raise BadValue(field=name, name=name, expected=expected)
        return tuple(
            reader(one, name) for reader, one in zip(members, given, strict=True)
        )

    return read_rows


def _text(given: object, name: str) -> str:
    if not isinstance(given, str) or len(given) > LONGEST:
        raise BadValue(field=name, name=name, expected="un texte")
    if _UNREADABLE.search(given):
        expected = "un texte sans caractère invisible"
        raise BadValue(field=name, name=name, expected=expected)
    return given


def _flag(given: object, name: str) -> bool:
    if not isinstance(given, bool):
        raise BadValue(field=name, name=name, expected="vrai ou faux")
    return given


def _whole(given: object, name: str) -> int:
    if not isinstance(given, int) or isinstance(given, bool):
        raise BadValue(field=name, name=name, expected="un nombre entier")
    return given


def _number(given: object, name: str) -> float:
    if not isinstance(given, int | float) or isinstance(given, bool):
        raise BadValue(field=name, name=name, expected="un nombre")
    return float(given)


def _day(given: object, name: str) -> date:
    try:
        return date.fromisoformat(_text(given, name))
    except ValueError as wrong:
        expected = "une date comme 2026-11-23"
        raise BadValue(field=name, name=name, expected=expected) from wrong


def _moment(given: object, name: str) -> datetime:
    try:
        return datetime.fromisoformat(_text(given, name))
    except ValueError as wrong:
        expected = "un moment comme 2026-11-23T09:00:00+01:00"
        raise BadValue(field=name, name=name, expected=expected) from wrong


def _days(given: object, name: str) -> timedelta:
    found = _whole(given, name)
    if not 0 <= found <= 36_500:
        raise BadValue(field=name, name=name, expected="un nombre de jours")
    return timedelta(days=found)


def _amount(given: object, name: str) -> Decimal:
    expected = "un montant comme 12.50"
    try:
        found = Decimal(_text(given, name))
    except InvalidOperation as wrong:
        raise BadValue(field=name, name=name, expected=expected) from wrong
    if not found.is_finite() or abs(found) >= 1_000_000_000:
        raise BadValue(field=name, name=name, expected=expected)
    return found


def _choice(kind: type[Enum], given: object, name: str) -> Enum:
    try:
        return kind(given)
    except ValueError as wrong:
        known = ", ".join(str(one.value) for one in kind)
        expected = f"une valeur parmi {known}"
        raise BadValue(field=name, name=name, expected=expected) from wrong


_SIMPLE: dict[Any, Reader] = {
    str: _text,
    bool: _flag,
    int: _whole,
    float: _number,
    date: _day,
    datetime: _moment,
    timedelta: _days,
    Decimal: _amount,
    Interval: lambda given, name: read_interval(_text(given, name)),
}
