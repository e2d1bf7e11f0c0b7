"""What commune and CPAS do together, for the account the law asks for."""

from communes.pst.domain.budget import Table
from communes.pst.domain.budget import whole_of
from communes.pst.domain.choices import Institution
from communes.pst.domain.element import Steered
from communes.pst.domain.programme import Programme
from communes.pst.domain.progress import progresses
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Synergy:
    """One thing both institutions carry.

    :param programme: id of the plan it stands in.
    :param words: what is shared, as its carriers wrote it.
    """

    programme: str
    element: str
    title: str
    words: str
    progress: int
    budget: Table


def is_shared(element: Steered) -> bool:
    """Tell whether commune and CPAS carry the element together."""
    return {Institution.COMMUNE, Institution.CPAS} <= set(element.institutions)


def synergies(today: date, *trees: Programme) -> tuple[Synergy, ...]:
    """Return what both institutions carry, over the programmes of one or of both.

    In the order of the programmes and of their trees. What stands below a shared
    element and is shared too is not told again.
    """
    found = []
    for tree in trees:
        percents = progresses(tree, today)
        shared = {
            one.id for one in tree.walk() if isinstance(one, Steered) and is_shared(one)
        }
        for id in (one.id for one in tree.walk() if one.id in shared):
            element = tree.element(id)
            if any(above.id in shared for above in tree.above(id)):
                continue
            if isinstance(element, Steered):
                found.append(
                    Synergy(
                        tree.plan.id,
                        id,
                        element.title,
                        element.synergy,
                        percents[id].percent,
                        whole_of(tree, id),
                    )
                )
    return tuple(found)


def silent(tree: Programme) -> tuple[str, ...]:
    """Return the ids of shared elements that do not say what is shared."""
    return tuple(
        one.id
        for one in tree.walk()
        if isinstance(one, Steered) and is_shared(one) and not one.synergy.strip()
    )
