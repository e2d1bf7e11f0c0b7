"""What is decided without a meeting: by delegation, in urgency, or by another organ."""

from collections.abc import Iterator
from communes.core.errors.domain import Reason
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import OUT_OF_MEETING
from dataclasses import dataclass


@dataclass(frozen=True)
class Route:
    """How an item says it is decided: in a meeting unless one of these holds.

    ``destinations`` are the assemblies it may and will travel to; ``ratified_by``
    is the assembly that ratifies urgent decisions here, empty when there is none;
    the texts come without markup.
    """

    delegated: bool = False
    urgent: bool = False
    destinations: tuple[str, ...] = ()
    transfers: bool = False
    ratified_by: str = ""
    decision: str = ""
    urgency_motivation: str = ""


def applies(step: ItemTransition, route: Route) -> bool:
    """Return whether a button for ``step`` has a sense on the item.

    A step out of the meeting is only offered where the item asks for it.
    """
    if step == ItemTransition.ACCEPT_OUT_OF_MEETING:
        return route.delegated
    if step == ItemTransition.ACCEPT_OUT_OF_MEETING_EMERGENCY:
        return route.urgent
    if step == ItemTransition.TRANSFER:
        return bool(route.destinations) and route.transfers
    return True


def route_obstacles(step: ItemTransition, route: Route) -> Iterator[Reason]:
    """Yield what the item's route says against ``step``."""
    if step == ItemTransition.PRESENT and (route.delegated or route.urgent):
        yield because(
            "out_of_meeting",
            "Ce point se décide hors séance : décidez-le ainsi, ou décochez-le dans "
            "« Diffusion et parcours ».",
        )
    if step not in OUT_OF_MEETING:
        return
    if not applies(step, route):
        yield because(
            "not_out_of_meeting",
            "Le parcours du point ne prévoit pas cette étape : changez d'abord "
            "« Diffusion et parcours ».",
        )
    if step != ItemTransition.TRANSFER and not route.decision.strip():
        yield because(
            "decision_missing",
            "Le projet de décision est vide : écrivez ce que l'assemblée décide.",
        )
    if step == ItemTransition.ACCEPT_OUT_OF_MEETING_EMERGENCY:
        yield from _urgent(route)


def _urgent(route: Route) -> Iterator[Reason]:
    if not route.urgency_motivation.strip():
        yield because(
            "urgency_not_motivated",
            "L'urgence impérieuse n'est pas motivée : complétez « Motivation de "
            "l'urgence ».",
        )
    if not route.ratified_by:
        yield because(
            "nobody_ratifies",
            "Aucune assemblée n'est désignée pour ratifier les décisions urgentes : "
            "demandez à l'administration de la choisir.",
        )
