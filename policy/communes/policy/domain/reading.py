"""``commune.toml`` is read whole, or refused with everything that is wrong in it."""

from collections.abc import Collection
from collections.abc import Mapping
from communes.core.settings.domain import InvalidSettings
from communes.core.settings.domain import Problem
from communes.core.settings.domain import read
from communes.policy.domain.checks import cross_check
from communes.policy.domain.commune import Commune
from communes.policy.domain.solution import Solution
from dataclasses import dataclass
from dataclasses import field
from dataclasses import fields
from dataclasses import make_dataclass
from dataclasses import MISSING
import re
from typing import Any
from typing import get_type_hints


@dataclass(frozen=True)
class Assembled:
    """A commune and the settings of each solution it has chosen, by name."""

    commune: Commune
    settings: Mapping[str, Any]


def read_commune(
    data: Mapping[str, Any],
    solutions: Mapping[str, Solution],
    where: str,
    folder: str,
    files: Collection[str],
) -> Assembled:
    """Return the commune that ``data``, the parsed ``commune.toml``, describes.

    :param solutions: the solutions a commune may choose, by name.
    :param where: the path of the file, for the sentences.
    :param folder: name of the profile's folder; the slug must be the same.
    :param files: paths of the files of that folder, relative to it.
    :raises InvalidSettings: with every problem of the file, in its own order first,
        then what contradicts itself.
    """
    problems: list[Problem] = []
    try:
        read(_file_class(solutions), data, where)
    except InvalidSettings as error:
        problems += error.problems
    tables = _sound_tables(data, solutions, problems)
    problems += cross_check(tables, solutions, frozenset(data), folder, files)
    if problems:
        raise InvalidSettings(where, tuple(problems))
    names = [one.name for one in fields(Commune)]
    commune = Commune(**{name: tables[name] for name in names})
    chosen = {
        name for site in commune.sites.named().values() for name in site.solutions
    }
    chosen |= {name for name, solution in solutions.items() if solution.kit}
    settings = {
        name: tables[name] for name in solutions if name in chosen & set(tables)
    }
    return Assembled(commune, settings)


def _columns(solutions: Mapping[str, Solution]) -> list[tuple[str, Any, Any]]:
    """Return name, kind and default of every table a file may hold."""
    hints = get_type_hints(Commune)
    columns = [(one.name, hints[one.name], _again(one)) for one in fields(Commune)]
    for name, solution in solutions.items():
        if solution.settings is not None:
            default = field(default_factory=solution.settings)
            columns.append((name, solution.settings, default))
    return columns


def _again(one: Any) -> Any:
    """Return a field with the same default and metadata, not yet in a class."""
    if one.default is not MISSING:
        return field(default=one.default, metadata=one.metadata)
    if one.default_factory is not MISSING:
        return field(default_factory=one.default_factory, metadata=one.metadata)
    return field(metadata=one.metadata)


def _file_class(solutions: Mapping[str, Solution]) -> type[Any]:
    return make_dataclass("CommuneFile", _columns(solutions), frozen=True)


def _sound_tables(
    data: Mapping[str, Any],
    solutions: Mapping[str, Solution],
    problems: list[Problem],
) -> dict[str, Any]:
    """Return the tables without a problem of their own, each as its dataclass.

    They are checked against each other even when another table can not be read, so
    that a file is corrected in one go.
    """
    broken = {re.split(r"[.\[]", problem.key)[0] for problem in problems}
    sound = {}
    for name, kind, default in _columns(solutions):
        if name in broken:
            continue
        single = make_dataclass("Table", [(name, kind, default)], frozen=True)
        given = {name: data[name]} if name in data else {}
        sound[name] = getattr(read(single, given, name), name)
    return sound
