"""A programme as plain values (dict, list, text, number) and back, nothing lost."""

from collections.abc import Callable
from collections.abc import Mapping
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Action
from communes.pst.domain.element import ActionLink
from communes.pst.domain.element import Element
from communes.pst.domain.element import OperationalObjective
from communes.pst.domain.element import Part
from communes.pst.domain.element import StrategicObjective
from communes.pst.domain.element import SubAction
from communes.pst.domain.element import SubActionLink
from communes.pst.domain.element import Task
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.plan import Plan
from communes.pst.domain.programme import Programme
from communes.pst.domain.programme import programme
from dataclasses import fields
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from decimal import InvalidOperation
from enum import Enum
from functools import cache
from types import MappingProxyType
from types import UnionType
from typing import Any
from typing import get_args
from typing import get_origin
from typing import get_type_hints


Reader = Callable[[object, str], object]

CLASSES: Mapping[Kind, type[Element]] = MappingProxyType(
    {
        one.kind: one
        for one in (
            Part,
            StrategicObjective,
            OperationalObjective,
            Action,
            SubAction,
            ActionLink,
            SubActionLink,
            Task,
        )
    }
)


def to_plain(value: object) -> object:
    """Return dates as ISO text, decimals as text without exponent, records as dicts."""
    kind: Any = type(value)
    if value is None or kind in (str, int, bool):
        return value
    if isinstance(value, tuple):
        return [to_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, date):
        return value.isoformat()
    plain = {name: to_plain(getattr(value, name)) for name in _hints(kind)}
    return {"kind": value.kind.value, **plain} if isinstance(value, Element) else plain


def decimal_text(value: Decimal) -> str:
    """Return a decimal as the shortest text that says it: "12.5", "100", "0"."""
    return format(value.normalize() if value else Decimal(0), "f")


def element_from(data: Mapping[str, object]) -> Element:
    """Return the element of a dict made by ``to_plain``.

    A field that is missing keeps its default: an older record stays readable.

    :raises InvalidValue: naming the field that can not be read.
    """
    try:
        kind = Kind(str(data.get("kind", "")))
    except ValueError:
        raise _wrong("kind", data.get("kind"), list(Kind)) from None
    found: Element = record_from(
        CLASSES[kind], {name: value for name, value in data.items() if name != "kind"}
    )
    return found


def programme_to_plain(tree: Programme) -> dict[str, object]:
    """Return ``{"plan": {...}, "elements": [...]}``, elements as the tree walks."""
    return {
        "plan": to_plain(tree.plan),
        "elements": [to_plain(one) for one in tree.walk()],
    }


def programme_from(data: Mapping[str, object]) -> Programme:
    """Return the programme of such a dict.

    :raises InvalidValue: a field can not be read.
    :raises TreeRefused: the elements make no tree.
    """
    plan, elements = data.get("plan"), data.get("elements")
    if not isinstance(plan, Mapping) or not isinstance(elements, list):
        raise InvalidValue(
            field="plan", value="", expected="un plan et la liste de ses éléments"
        )
    made: Plan = record_from(Plan, plan)
    return programme(made, [element_from(one) for one in elements])


def record_from(cls: type, data: Mapping[str, object]) -> Any:
    """Return a record of ``cls`` from its plain dict.

    :raises InvalidValue: a key is unknown, or a value is not of its type.
    """
    hints = _hints(cls)
    unknown = sorted(set(data) - set(hints))
    if unknown:
        raise InvalidValue(
            field=unknown[0], value=unknown[0], expected="un champ connu"
        )
    try:
        values = {
            name: _reader(hints[name])(value, name) for name, value in data.items()
        }
        return cls(**values)
    except TypeError:
        raise InvalidValue(
            field="id", value="", expected=f"tous les champs de {cls.__name__}"
        ) from None


@cache
def _hints(cls: Any) -> Mapping[str, Any]:
    known = get_type_hints(cls)
    return {one.name: known[one.name] for one in fields(cls)}


@cache
def _reader(hint: Any) -> Reader:
    """Return what reads a value of a type; made once for each type."""
    if get_origin(hint) is UnionType:
        inner = _reader(next(one for one in get_args(hint) if one is not type(None)))
        return lambda value, name: None if value is None else inner(value, name)
    if get_origin(hint) is tuple:
        return _list_reader(_reader(get_args(hint)[0]))
    if is_dataclass(hint) and isinstance(hint, type):
        return _record_reader(hint)
    return lambda value, name: _scalar(hint, value, name)


def _list_reader(inner: Reader) -> Reader:
    def read(value: object, name: str) -> object:
        if not isinstance(value, list):
            raise _wrong(name, value, "une liste")
        return tuple(inner(one, name) for one in value)

    return read


def _record_reader(cls: type) -> Reader:
    def read(value: object, name: str) -> object:
        if not isinstance(value, Mapping):
            raise _wrong(name, value, "un objet")
        return record_from(cls, value)

    return read


def _scalar(hint: Any, value: object, name: str) -> object:
    if type(value) is hint:
        return value
    try:
        if hint is date and isinstance(value, str):
            return date.fromisoformat(value)
        if hint is Decimal and isinstance(value, str | int):
            return _decimal(str(value))
        if isinstance(hint, type) and issubclass(hint, Enum):
            return hint(value)
    except (ValueError, InvalidOperation):
        choices = [one.value for one in hint] if hint not in (date, Decimal) else hint
        raise _wrong(name, value, choices) from None
    raise _wrong(name, value, hint)


def _decimal(text: str) -> Decimal:
    value = Decimal(text)
    if not value.is_finite():
        raise ValueError(text)
    return value


def _wrong(name: str, value: object, expected: object) -> InvalidValue:
    if isinstance(expected, type):
        expected = {
            date: "une date AAAA-MM-JJ",
            Decimal: "un nombre",
            int: "un nombre entier",
            str: "un texte",
            bool: "oui ou non",
        }.get(expected, expected.__name__)
    if isinstance(expected, list):
        expected = f"une valeur parmi {', '.join(str(one) for one in expected)}"
    return InvalidValue(field=name, value=value, expected=expected)
