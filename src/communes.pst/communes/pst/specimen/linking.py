"""Links, shares and dependencies between the actions of the specimen."""

from communes.pst.domain.element import Action
from communes.pst.domain.element import ActionLink
from communes.pst.domain.element import Dependency
from communes.pst.domain.element import Element
from communes.pst.domain.element import OperationalObjective
from communes.pst.domain.element import SubAction
from communes.pst.domain.money import Share
from communes.pst.domain.split import divided
from communes.pst.domain.split import WHOLE
from dataclasses import replace
from decimal import Decimal
from random import Random


SHARES = (
    (Decimal(50), Decimal(50)),
    (Decimal(70), Decimal(30)),
    (Decimal(1), Decimal(1), Decimal(1)),
)


def linked(random: Random, elements: list[Element]) -> list[Element]:
    """Return the elements with one action in fifteen shown under other objectives.

    Its budget is shared between its places. One action in eight waits for an earlier
    one of its objective.
    """
    objectives = [one.id for one in elements if isinstance(one, OperationalObjective)]
    links: list[Element] = []
    found: list[Element] = []
    before: Action | None = None
    for element in elements:
        if isinstance(element, Action) and not isinstance(element, SubAction):
            if random.random() < 1 / 15:
                made = _links(random, element, objectives)
                links += made
                element = replace(element, split=_split(random, element, made))
            if before and before.parent == element.parent and random.random() < 1 / 8:
                element = replace(element, depends_on=(Dependency(before.id),))
            before = element
        found.append(element)
    return found + links


def _links(random: Random, action: Action, objectives: list[str]) -> list[ActionLink]:
    others = [id for id in objectives if id != action.parent]
    chosen = random.sample(others, random.choice((1, 1, 2)))
    return [
        ActionLink(
            f"{action.id}-l{index + 1}",
            action.title,
            id,
            position=900 + index,
            target=action.id,
        )
        for index, id in enumerate(chosen)
    ]


def _split(
    random: Random, action: Action, links: list[ActionLink]
) -> tuple[Share, ...]:
    places = [action.id, *(link.id for link in links)]
    parts = random.choice([one for one in SHARES if len(one) == len(places)])
    return tuple(
        Share(place, percent)
        for place, percent in zip(places, divided(WHOLE, parts), strict=True)
    )
