"""Every key of ``commune.toml`` as a page of reference, made from the dataclasses."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.policy.domain.commune import Commune
from communes.policy.domain.solution import Solution
from dataclasses import Field
from dataclasses import fields
from dataclasses import is_dataclass
from dataclasses import MISSING
from enum import Enum
from types import NoneType
from types import UnionType
from typing import Any
from typing import get_args
from typing import get_origin
from typing import get_type_hints
from typing import Union


_KINDS = {
    "bool": "oui ou non",
    "date": "date",
    "float": "nombre",
    "int": "nombre entier",
    "str": "texte",
}
_HEAD = ("| clé | valeur | par défaut | sens |", "|---|---|---|---|")


def reference(solutions: Mapping[str, Solution]) -> str:
    """Return the page: one section per table, one row per key, in Markdown."""
    lines = ["# Les clés de commune.toml", "", *_section("en tête du fichier", Commune)]
    for name, solution in solutions.items():
        if solution.settings is not None:
            lines += _section(name, solution.settings)
    return "\n".join(lines).rstrip() + "\n"


def _section(name: str, table: Any) -> Iterator[str]:
    hints = get_type_hints(table)
    inner: list[tuple[str, Any]] = []
    rows = []
    for one in fields(table):
        kind, repeated = _inside(hints[one.name])
        here = one.name if table is Commune else f"{name}.{one.name}"
        if is_dataclass(kind):
            inner.append((here, kind))
            shown = f"tables `[[{here}]]`" if repeated else f"table `[{here}]`"
        else:
            shown = _kind(kind, one) + (", en liste" if repeated else "")
        rows.append(f"| `{one.name}` | {shown} | {_default(one)} | {_doc(one)} |")
    yield from (f"## {name}", "", *_HEAD, *rows, "")
    for path, kind in inner:
        yield from _section(path, kind)


def _inside(kind: Any) -> tuple[Any, bool]:
    """Return what a kind holds, and whether it holds several."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (kind,) = (one for one in inner if one is not NoneType)
        return _inside(kind)
    return (inner[0], True) if origin is tuple else (kind, False)


def _kind(kind: Any, one: Field[Any]) -> str:
    choices = one.metadata.get("choices")
    if isinstance(kind, type) and issubclass(kind, Enum):
        choices = [member.value for member in kind]
    if choices:
        return " · ".join(f"`{choice}`" if choice else "vide" for choice in choices)
    named = _KINDS.get(getattr(kind, "__name__", ""), str(kind))
    if get_origin(kind) is Mapping:
        named = "table de textes"
    least, most = one.metadata.get("min"), one.metadata.get("max")
    if least is not None and most is not None:
        return f"{named}, de {least} à {most}"
    return named


def _default(one: Field[Any]) -> str:
    if one.default is MISSING:
        return "à dire" if one.default_factory is MISSING else "ceux de la table"
    value = one.default.value if isinstance(one.default, Enum) else one.default
    if value in (None, "", ()):
        return "rien"
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, tuple):
        return ", ".join(_named(entry) for entry in value)
    return f"`{value}`"


def _named(entry: Any) -> str:
    return f"`{getattr(entry, 'id', entry)}`"


def _doc(one: Field[Any]) -> str:
    return str(one.metadata.get("doc", "")).rstrip(".").replace("|", "\\|")
