"""The seventeen goals of the United Nations, and what the programme does for each."""

from collections.abc import Callable
from collections.abc import Hashable
from collections.abc import Iterable
from collections.abc import Mapping
from communes.pst.domain.budget import rolled_up
from communes.pst.domain.budget import Table
from communes.pst.domain.element import Steered
from communes.pst.domain.programme import Programme
from dataclasses import dataclass
from functools import cache
from pathlib import Path
import tomllib
from typing import TypeVar


Tag = TypeVar("Tag", bound=Hashable)

_TABLE = Path(__file__).with_name("sdg.toml")


@dataclass(frozen=True)
class Goal:
    """One sustainable development goal.

    :param colour: of its icon, as "#RRGGBB".
    """

    number: int
    title: str
    colour: str


@dataclass(frozen=True)
class Tagged:
    """What the programme does under one goal or one sector plan.

    :param elements: ids, in the order of the tree; an element that has the tag and
        stands below another that has it too is there as well.
    :param budget: of the highest of them, each euro once.
    """

    elements: tuple[str, ...]
    budget: Table


@cache
def goals() -> tuple[Goal, ...]:
    """Return the seventeen goals, by number."""
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["goal"]
    return tuple(Goal(**row) for row in rows)


def goal(number: int) -> Goal:
    """Return one goal.

    :raises KeyError: there is none of that number.
    """
    return {one.number: one for one in goals()}[number]


def by_goal(tree: Programme) -> Mapping[int, Tagged]:
    """Return what the programme does for each of the seventeen goals."""
    return _by_tag(tree, (one.number for one in goals()), lambda one: one.sdgs)


def by_sector_plan(tree: Programme) -> Mapping[str, Tagged]:
    """Return what the programme does under each sector plan of the plan space."""
    return _by_tag(tree, (one.id for one in tree.plan.sector_plans), _plans)


def _plans(element: Steered) -> tuple[str, ...]:
    return element.plans


def _by_tag(
    tree: Programme,
    tags: Iterable[Tag],
    of: Callable[[Steered], tuple[Tag, ...]],
) -> Mapping[Tag, Tagged]:
    at = rolled_up(tree)
    found: dict[Tag, list[str]] = {tag: [] for tag in tags}
    for element in tree.walk():
        if isinstance(element, Steered):
            for tag in of(element):
                found.setdefault(tag, []).append(element.id)
    return {
        tag: Tagged(tuple(ids), _budget(tree, ids, at)) for tag, ids in found.items()
    }


def _budget(tree: Programme, ids: list[str], at: Mapping[str, Table]) -> Table:
    """Return the budget of these branches, links to them included, each place once."""
    places = dict.fromkeys(ids)
    for id in ids:
        places.update(dict.fromkeys(link.id for link in tree.links_to(id)))
    total = Table()
    for id in places:
        if not any(one.id in places for one in tree.above(id)):
            total += at[id]
    return total
