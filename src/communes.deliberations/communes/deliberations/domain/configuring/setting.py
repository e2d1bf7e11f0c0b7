"""Each setting with its words, its value, what it accepts, and whence it comes."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.settings.domain import flatten
from communes.deliberations.domain.settings import AssemblySettings
from dataclasses import dataclass
from dataclasses import fields
from dataclasses import is_dataclass
from dataclasses import MISSING
from enum import StrEnum
from typing import Any
from typing import get_args
from typing import get_type_hints


class Kind(StrEnum):
    """What a setting holds."""

    FLAG = "flag"
    WHOLE = "whole"
    TEXT = "text"
    CHOICE = "choice"
    TEXTS = "texts"
    ROWS = "rows"


class Origin(StrEnum):
    """Whence the value in force comes: the application, the file, a person."""

    DEFAULT = "default"
    FILE = "file"
    LIVE = "live"


#: The table of settings that stand on the assembly itself.
GENERAL = "general"
#: An address is for good.
FIXED = frozenset({"id"})


@dataclass(frozen=True)
class Column:
    """What each row of a setting holds under one key; ``default`` None: no default."""

    key: str
    doc: str
    kind: Kind
    choices: tuple[str, ...] = ()
    default: Any = None


@dataclass(frozen=True)
class Setting:
    """One setting; ``key`` is the one of ``commune.toml``, ``section`` its table.

    ``columns`` are those of a setting that is a list of rows, each with its words.
    ``ordered``: it holds several choices in an order that says something.
    ``needed``: it is a text that may not be empty.
    """

    key: str
    section: str
    doc: str
    kind: Kind
    value: Any
    origin: Origin
    choices: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    ordered: bool = False
    needed: bool = False
    minimum: int | None = None
    maximum: int | None = None


def sections() -> dict[str, str]:
    """Return the sections, each with its words, in the order of the settings."""
    kinds = get_type_hints(AssemblySettings)
    tables = {
        one.name: str(one.metadata["doc"])
        for one in fields(AssemblySettings)
        if is_dataclass(kinds[one.name])
    }
    return {GENERAL: "L'assemblée et ses règles.", **tables}


def settings_told(
    live: AssemblySettings, applied: Mapping[str, object]
) -> tuple[Setting, ...]:
    """Return every setting of an assembly.

    :param applied: what the commune's file said last, as flat keys.
    """
    default = flatten(AssemblySettings(id=live.id, title=live.title))
    values = flatten(live)
    return tuple(_told(AssemblySettings, "", values, default, applied))


def _told(
    table: Any,
    path: str,
    values: Mapping[str, object],
    default: Mapping[str, object],
    applied: Mapping[str, object],
) -> Iterator[Setting]:
    kinds = get_type_hints(table)
    for one in fields(table):
        key = f"{path}.{one.name}" if path else one.name
        kind, about = kinds[one.name], one.metadata
        if is_dataclass(kind):
            yield from _told(kind, key, values, default, applied)
            continue
        if key in FIXED:
            continue
        choices = _choices_of(about)
        yield Setting(
            key=key,
            section=path.partition(".")[0] or GENERAL,
            doc=str(about["doc"]),
            kind=_kind_of(kind, choices),
            value=values[key],
            origin=_origin(key, values, default, applied),
            choices=choices,
            columns=_columns_of(kind),
            ordered=bool(about.get("ordered")),
            needed=kind is str and bool(default[key]),
            minimum=about.get("min"),
            maximum=about.get("max"),
        )


def _kind_of(kind: Any, choices: tuple[str, ...]) -> Kind:
    if kind is bool:
        return Kind.FLAG
    if kind is int:
        return Kind.WHOLE
    if kind is str:
        return Kind.CHOICE if choices else Kind.TEXT
    return Kind.ROWS if _columns_of(kind) else Kind.TEXTS


def _columns_of(kind: Any) -> tuple[Column, ...]:
    row = next((one for one in get_args(kind) if is_dataclass(one)), None)
    if row is None:
        return ()
    kinds = get_type_hints(row)
    return tuple(
        Column(
            key=one.name,
            doc=str(one.metadata["doc"]),
            kind=_kind_of(kinds[one.name], _choices_of(one.metadata)),
            choices=_choices_of(one.metadata),
            default=None if one.default is MISSING else one.default,
        )
        for one in fields(row)
    )


def _choices_of(about: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(choice) for choice in about.get("choices", ()))


def _origin(
    key: str,
    values: Mapping[str, object],
    default: Mapping[str, object],
    applied: Mapping[str, object],
) -> Origin:
    value = values[key]
    if key in applied:
        if value != applied[key]:
            return Origin.LIVE
        return Origin.DEFAULT if value == default[key] else Origin.FILE
    return Origin.DEFAULT if value == default[key] else Origin.LIVE
