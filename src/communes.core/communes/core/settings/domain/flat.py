"""Nested settings and flat dotted keys are two writings of the same thing."""

from collections.abc import Mapping
from communes.core.settings.domain.reader import key_of
from communes.core.settings.domain.reader import read
from dataclasses import fields
from dataclasses import is_dataclass
from enum import Enum
from typing import Any
from typing import TypeVar


T = TypeVar("T")


def flatten(settings: Any) -> dict[str, object]:
    """Return the settings as dotted keys with plain values.

    A list stays one value: settings are merged per key, and half a list means
    nothing. Enums become their value, dataclasses inside a list become dicts.
    """
    flat: dict[str, object] = {}
    _flatten_into(flat, "", settings)
    return flat


def unflatten(cls: type[T], flat: Mapping[str, object], where: str) -> T:
    """Return the dataclass ``cls`` of which ``flatten`` gave ``flat``.

    :raises InvalidSettings: a key or value is not one of ``cls``.
    """
    nested: dict[str, Any] = {}
    for key, value in flat.items():
        *tables, name = key.split(".")
        table = nested
        for part in tables:
            table = table.setdefault(part, {})
        table[name] = dict(value) if isinstance(value, Mapping) else value
    return read(cls, nested, where)


def _flatten_into(flat: dict[str, object], path: str, value: Any) -> None:
    pairs: list[tuple[str, Any]] | None = None
    if is_dataclass(value):
        pairs = [(key_of(field), getattr(value, field.name)) for field in fields(value)]
    elif isinstance(value, Mapping) and value:
        pairs = list(value.items())
    if pairs is None:
        flat[path] = _plain(value)
        return
    for key, inner in pairs:
        _flatten_into(flat, f"{path}.{key}" if path else key, inner)


def _plain(value: Any) -> object:
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {
            key_of(field): _plain(getattr(value, field.name)) for field in fields(value)
        }
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return value
