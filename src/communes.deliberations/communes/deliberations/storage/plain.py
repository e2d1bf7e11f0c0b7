"""Dataclasses as mappings and lists, the only shape that is kept in the database.

A pickled dataclass would tie every stored object to the name of its module.
"""

from collections.abc import Mapping
from dataclasses import fields
from dataclasses import is_dataclass
from functools import cache
from typing import get_args
from typing import get_origin
from typing import get_type_hints


def to_plain(value: object) -> object:
    """Return ``value`` with its dataclasses as dicts and its tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: to_plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list, set, frozenset)):
        return [to_plain(item) for item in value]
    if isinstance(value, str):
        return str(value)
    return value


def from_plain(kind: type, data: Mapping[str, object]) -> object:
    """Return the dataclass ``kind`` filled from ``data``; unknown keys are left out.

    Fields missing from ``data`` take their default, so that a setting added by a
    later version is read from older objects too.
    """
    hints = _hints(kind)
    known = {
        one.name: _read(hints[one.name], data[one.name])
        for one in fields(kind)
        if one.init and one.name in data
    }
    return kind(**known)


@cache
def _hints(kind: type) -> Mapping[str, object]:
    return get_type_hints(kind)


def _read(hint: object, value: object) -> object:
    if isinstance(hint, type) and is_dataclass(hint) and isinstance(value, Mapping):
        return from_plain(hint, value)
    if get_origin(hint) is tuple and isinstance(value, (list, tuple)):
        (member, *_rest) = get_args(hint)
        return tuple(_read(member, item) for item in value)
    return value
