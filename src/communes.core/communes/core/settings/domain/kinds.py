"""What a value of a settings file may be, and how each kind is recognised."""

from collections.abc import Callable
from collections.abc import Sized
from communes.core.settings.domain.problem import Problem
from datetime import date
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any


Metadata = dict[str, Any]
Problems = list[Problem]


class Bad:
    """What stands for a value that could not be read, its problem being noted."""


BAD = Bad()

SENTENCES: dict[object, str] = {
    bool: "oui ou non (true ou false)",
    int: "un nombre entier",
    float: "un nombre",
    Decimal: "un nombre",
    str: "un texte entre guillemets",
    date: "une date (AAAA-MM-JJ)",
}


def _number(raw: object) -> bool:
    return isinstance(raw, int | float | Decimal) and not isinstance(raw, bool)


CHECKS: dict[object, Callable[[Any], bool]] = {
    bool: lambda raw: isinstance(raw, bool),
    int: lambda raw: isinstance(raw, int) and not isinstance(raw, bool),
    float: _number,
    Decimal: _number,
    str: lambda raw: isinstance(raw, str),
    date: lambda raw: isinstance(raw, date) and not isinstance(raw, datetime),
}
CONVERSIONS: dict[object, Callable[[Any], object]] = {
    float: float,
    Decimal: lambda raw: raw if isinstance(raw, Decimal) else Decimal(str(raw)),
}


def shown(raw: object) -> str:
    """Return a value of the file as a person wrote it."""
    if raw is None:
        return "rien"
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, str):
        return f"« {raw} »"
    if isinstance(raw, dict):
        return "une table"
    if isinstance(raw, list | tuple):
        return f"une liste de {len(raw)} valeurs"
    return str(raw)


def read_scalar(
    kind: Any, raw: object, key: str, metadata: Metadata, problems: Problems
) -> object:
    """Return ``raw`` as ``kind``, or note the problem and return ``BAD``."""
    if not CHECKS[kind](raw):
        problems.append(Problem(key, SENTENCES[kind], shown(raw)))
        return BAD
    value = CONVERSIONS[kind](raw) if kind in CONVERSIONS else raw
    return checked(value, key, metadata, problems)


def read_choice(
    choices: tuple[object, ...], raw: object, key: str, problems: Problems
) -> object:
    """Return ``raw`` when it is one of ``choices``, or note the problem."""
    for choice in choices:
        if raw == choice and isinstance(raw, bool) == isinstance(choice, bool):
            return raw
    listed = ", ".join(shown(choice) for choice in choices)
    problems.append(Problem(key, f"une valeur parmi {listed}", shown(raw)))
    return BAD


def read_enum(kind: type[Enum], raw: object, key: str, problems: Problems) -> object:
    """Return the member of ``kind`` whose value is ``raw``, or note the problem."""
    values = tuple(member.value for member in kind)
    found = read_choice(values, raw, key, problems)
    return BAD if found is BAD else kind(found)


def checked(value: Any, key: str, metadata: Metadata, problems: Problems) -> object:
    """Return ``value`` when it is in its range and choices, or note the problem.

    ``min`` and ``max`` bound a number, and the length of a text or list.
    """
    if "choices" in metadata and isinstance(value, str | int):
        if read_choice(tuple(metadata["choices"]), value, key, problems) is BAD:
            return BAD
    least, most = metadata.get("min"), metadata.get("max")
    size = len(value) if isinstance(value, Sized) else value
    low = least is not None and size < least
    high = most is not None and size > most
    if low or high:
        problems.append(Problem(key, _range(least, most, value), shown(value)))
        return BAD
    return value


def _range(least: object, most: object, value: object) -> str:
    what = "une valeur"
    if isinstance(value, str):
        what = "un texte dont le nombre de caractères est"
    elif isinstance(value, Sized):
        what = "une liste dont le nombre de valeurs est"
    if least is not None and most is not None:
        return f"{what} de {least} à {most}"
    if least is not None:
        return f"{what} d'au moins {least}"
    return f"{what} d'au plus {most}"
