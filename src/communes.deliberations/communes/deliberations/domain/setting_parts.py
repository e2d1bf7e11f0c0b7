"""The small settings an assembly is composed of: levels, list types, destinations."""

from collections.abc import Iterable
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import LEVEL_ENTRIES
from communes.deliberations.domain.states import LEVEL_STATES
from dataclasses import dataclass
from dataclasses import field
from typing import Any


def about(
    doc: str, choices: Iterable[str] = (), *, ordered: bool = False
) -> dict[str, Any]:
    """Return the metadata of a setting: what it means and what it accepts.

    ``ordered``: it holds several choices, and their order says something.
    """
    accepted = tuple(str(choice) for choice in choices)
    told: dict[str, Any] = {"doc": doc}
    if accepted:
        told["choices"] = accepted
    if ordered:
        told["ordered"] = True
    return told


REVIEW_ROLES = (
    "prereviewers",
    "reviewers",
    "level1reviewers",
    "level2reviewers",
    "level3reviewers",
    "level4reviewers",
    "level5reviewers",
)


@dataclass(frozen=True)
class ValidationLevel:
    """One step of the review of an item before it is validated."""

    id: str = field(metadata=about("État du point à ce niveau.", choices=LEVEL_STATES))
    title: str = field(metadata=about("Nom du niveau, tel que l'agent le lit."))
    role: str = field(
        default="reviewers",
        metadata=about(
            "Groupe du service qui relit à ce niveau.", choices=REVIEW_ROLES
        ),
    )
    services: tuple[str, ...] = field(
        default=(),
        metadata=about("Services concernés ; vide : tous."),
    )

    @property
    def state(self) -> ItemState:
        """The state of an item that waits at this level."""
        return ItemState(self.id)

    @property
    def transition(self) -> ItemTransition:
        """The step that brings an item to this level."""
        return LEVEL_ENTRIES[self.state]


@dataclass(frozen=True)
class ListType:
    """A kind of item on an agenda: normal, additional, urgent."""

    id: str = field(metadata=about("Identifiant du type de point."))
    title: str = field(metadata=about("Libellé du type de point."))
    ordered: bool = field(
        default=True,
        metadata=about("Forme un bloc à part dans l'ordre du jour."),
    )
    late: bool = field(
        default=False,
        metadata=about("Donné au point présenté après le gel de l'ordre du jour."),
    )
    needs_urgency: bool = field(
        default=False,
        metadata=about("L'assemblée doit d'abord déclarer l'urgence."),
    )


@dataclass(frozen=True)
class Category:
    """A matter under which items are grouped on the agenda."""

    id: str = field(metadata=about("Identifiant de la catégorie."))
    title: str = field(metadata=about("Libellé de la catégorie."))


@dataclass(frozen=True)
class Destination:
    """Another assembly to which a decided item travels."""

    assembly: str = field(metadata=about("Identifiant de l'assemblée de destination."))
    trigger_states: tuple[str, ...] = field(
        default=("accepted", "accepted_but_modified"),
        metadata=about(
            "États qui déclenchent l'envoi.", choices=sorted(DECIDED_STATES)
        ),
    )
    arrives_in: str = field(
        default="itemcreated",
        metadata=about(
            "État du point à l'arrivée.",
            choices=("itemcreated", "validated", "presented"),
        ),
    )
