"""How a whole branch is doing: as bad as the worst thing in it that still runs."""

from collections.abc import Mapping
from communes.pst.domain.choices import Health
from communes.pst.domain.deadline import deepest_first
from communes.pst.domain.deadline import is_done
from communes.pst.domain.element import Action
from communes.pst.domain.placement import shown
from communes.pst.domain.programme import Programme
from dataclasses import dataclass


# From best to worst.
ORDER = (Health.GOOD, Health.PAUSED, Health.RISK, Health.BLOCKED)


@dataclass(frozen=True)
class HealthView:
    """The health of a branch.

    :param health: the worst one found in it.
    :param because_of: ids of the actions that make it so, in the order of the tree;
        empty when all is well.
    """

    health: Health
    because_of: tuple[str, ...] = ()


def worst(*healths: Health) -> Health:
    """Return the worst health; good when there is none."""
    return max(healths, key=ORDER.index, default=Health.GOOD)


def healths(tree: Programme) -> Mapping[str, HealthView]:
    """Return the health of every element that holds actions, or is one, by id.

    What is finished or was given up no longer weighs on what stands above it. An
    action seen through two links is named once.
    """
    found: dict[str, HealthView] = {}
    for element in deepest_first(tree):
        views: list[HealthView] = []
        if isinstance(element, Action):
            views.append(HealthView(element.health, _sick(element)))
        for child in tree.children(element.id):
            target = tree.element(shown(tree, child.id))
            if target.id in found and not is_done(target):
                views.append(found[target.id])
        if views:
            found[element.id] = _merged(views)
    return found


def _sick(action: Action) -> tuple[str, ...]:
    return () if action.health is Health.GOOD else (action.id,)


def _merged(views: list[HealthView]) -> HealthView:
    health = worst(*(view.health for view in views))
    guilty: dict[str, None] = {}
    for view in views:
        if view.health is health:
            guilty.update(dict.fromkeys(view.because_of))
    return HealthView(health, tuple(guilty))
