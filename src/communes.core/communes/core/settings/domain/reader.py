"""Plain values of a file become typed settings, or a list of what is wrong."""

from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.core.settings.domain.kinds import BAD
from communes.core.settings.domain.kinds import checked
from communes.core.settings.domain.kinds import CHECKS
from communes.core.settings.domain.kinds import Metadata
from communes.core.settings.domain.kinds import Problems
from communes.core.settings.domain.kinds import read_choice
from communes.core.settings.domain.kinds import read_enum
from communes.core.settings.domain.kinds import read_scalar
from communes.core.settings.domain.kinds import shown
from communes.core.settings.domain.problem import InvalidSettings
from communes.core.settings.domain.problem import Problem
from dataclasses import Field
from dataclasses import fields
from dataclasses import is_dataclass
from dataclasses import MISSING
from difflib import get_close_matches
from enum import Enum
from functools import cache
from types import NoneType
from types import UnionType
from typing import Any
from typing import cast
from typing import get_args
from typing import get_origin
from typing import get_type_hints
from typing import Literal
from typing import TypeVar
from typing import Union


T = TypeVar("T")


def read(cls: type[T], data: Mapping[str, Any], where: str) -> T:
    """Return ``data`` as an instance of the dataclass ``cls``.

    Keys are the field names, or the ``key`` of the field's metadata. The metadata
    ``min``, ``max``, ``choices`` and ``doc`` say what a value may be. Known kinds:
    yes/no, numbers, text, date, enum, ``Literal``, ``X | None``, ``tuple[X, ...]``,
    ``Mapping[str, X]`` and other dataclasses. An ``InvalidInput`` raised by a
    ``__post_init__`` becomes a problem of its table.

    :param where: the file or source, for the sentences.
    :raises InvalidSettings: with every problem found, never only the first.
    """
    problems: Problems = []
    value = _read_table(cls, data, "", problems)
    if problems:
        raise InvalidSettings(where, tuple(problems))
    return cast(T, value)


def key_of(field: Field[Any]) -> str:
    """Return the key under which a field stands in a file."""
    return str(field.metadata.get("key", field.name))


@cache
def _kinds_of(cls: Any) -> Mapping[str, Any]:
    """Return the kinds of the fields: they are read from the source only once."""
    return get_type_hints(cls)


def _read_table(cls: Any, data: object, path: str, problems: Problems) -> object:
    if not isinstance(data, Mapping):
        problems.append(Problem(path, "une table", shown(data)))
        return BAD
    noted = len(problems)
    known = {key_of(field): field for field in fields(cls) if field.init}
    for key in data:
        if key not in known:
            problems.append(_unknown(str(key), tuple(known), path))
    kinds = _kinds_of(cls)
    values = {}
    for key, field in known.items():
        here = f"{path}.{key}" if path else key
        kind, metadata = kinds[field.name], dict(field.metadata)
        if key in data:
            values[field.name] = _read(kind, data[key], here, metadata, problems)
        elif field.default is MISSING and field.default_factory is MISSING:
            values[field.name] = _missing(kind, here, metadata, problems)
    if len(problems) > noted:
        return BAD
    try:
        return cls(**values)
    except InvalidInput as error:
        here = ".".join(part for part in (path, error.field) if part)
        problems.append(Problem(here, str(error).rstrip("."), "une autre valeur"))
        return BAD


def _read(
    kind: Any, raw: object, key: str, metadata: Metadata, problems: Problems
) -> object:
    if kind in CHECKS:
        return read_scalar(kind, raw, key, metadata, problems)
    if is_dataclass(kind):
        return _read_table(kind, raw, key, problems)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return read_enum(kind, raw, key, problems)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return read_choice(inner, raw, key, problems)
    if origin in (Union, UnionType):
        return _read_optional(inner, raw, key, metadata, problems)
    if origin is tuple:
        return _read_list(inner[0], raw, key, metadata, problems)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _read_mapping(inner[1], raw, key, metadata, problems)
    raise TypeError(f"{key}: {kind!r} is not a kind of setting")


def _read_optional(
    kinds: tuple[Any, ...],
    raw: object,
    key: str,
    metadata: Metadata,
    problems: Problems,
) -> object:
    (kind,) = (kind for kind in kinds if kind is not NoneType)
    if raw is None:
        return None
    return _read(kind, raw, key, metadata, problems)


def _read_list(
    kind: Any, raw: object, key: str, metadata: Metadata, problems: Problems
) -> object:
    if not isinstance(raw, list | tuple):
        problems.append(Problem(key, "une liste", shown(raw)))
        return BAD
    of_each = {"choices": metadata["choices"]} if "choices" in metadata else {}
    values = tuple(
        _read(kind, value, f"{key}[{number}]", of_each, problems)
        for number, value in enumerate(raw, start=1)
    )
    return checked(values, key, metadata, problems)


def _read_mapping(
    kind: Any, raw: object, key: str, metadata: Metadata, problems: Problems
) -> object:
    if not isinstance(raw, Mapping):
        problems.append(Problem(key, "une table", shown(raw)))
        return BAD
    values = {}
    for name, value in raw.items():
        here = f"{key}.{name}"
        if "." in str(name):
            problems.append(Problem(here, "un nom sans point", shown(name)))
            continue
        values[name] = _read(kind, value, here, {}, problems)
    return checked(values, key, metadata, problems)


def _missing(kind: Any, key: str, metadata: Metadata, problems: Problems) -> object:
    if is_dataclass(kind):
        return _read_table(kind, {}, key, problems)
    doc = metadata.get("doc")
    expected = f"une valeur ({doc})" if doc else "une valeur"
    problems.append(Problem(key, expected, "rien"))
    return BAD


def _unknown(key: str, known: tuple[str, ...], path: str) -> Problem:
    near = get_close_matches(key, known, n=1)
    hint = f" (vouliez-vous dire « {near[0]} » ?)" if near else ""
    here = f"{path}.{key}" if path else key
    listed = ", ".join(sorted(known))
    return Problem(here, f"une clé parmi {listed}{hint}", f"la clé « {key} »")
