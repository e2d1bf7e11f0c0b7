"""Dataclasses as mappings and lists, the only shape that is kept in the database.

A pickled dataclass would tie every stored object to the name of its module. Days and
decimal numbers stay what they are: the database knows them.
"""

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import fields
from dataclasses import is_dataclass
from dataclasses import MISSING
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any
from typing import get_args
from typing import get_origin
from typing import get_type_hints
from typing import Union


Reader = Callable[[Any], Any]


def to_plain(value: Any) -> Any:
    """Return ``value`` with dataclasses as dicts, tuples as lists, choices as texts."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: to_plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [to_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value


def from_plain(kind: type, data: Mapping[str, Any]) -> Any:
    """Return the dataclass ``kind`` filled from ``data``; unknown keys are left out.

    Fields missing from ``data`` take their default, so that a field added by a
    later version is read from older objects too.
    """
    return kind(
        **{name: read(data[name]) for name, read in _readers(kind) if name in data}
    )


def without_defaults(value: Any) -> dict[str, Any]:
    """Return a dataclass as ``to_plain`` does, fields at their default left out."""
    return {
        one.name: to_plain(getattr(value, one.name))
        for one in fields(value)
        if one.default is MISSING or getattr(value, one.name) != one.default
    }


@cache
def _readers(kind: type) -> tuple[tuple[str, Reader], ...]:
    hints = get_type_hints(kind)
    return tuple((one.name, _reader(hints[one.name])) for one in fields(kind))


@cache
def _reader(hint: Any) -> Reader:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        (inner,) = (one for one in get_args(hint) if one is not type(None))
        read = _reader(inner)
        return lambda value: None if value is None else read(value)
    if origin is tuple:
        member = _reader(get_args(hint)[0])
        if member is _same:
            return tuple
        return lambda value: tuple(member(item) for item in value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda value: from_plain(hint, value)
    return _same


def _same(value: Any) -> Any:
    return value
