"""Who may bring a matter before the council, until when, and who must be there."""

from collections.abc import Collection
from collections.abc import Iterator
from communes.core.deadlines.domain.deadline import clear_days_between
from communes.core.errors.domain import Reason
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.law import in_force
from communes.deliberations.domain.states import DECISIONS
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import POSITIVE_STATES
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class InitiativeKind(StrEnum):
    """Where a matter comes from, when it is not from a service."""

    NONE = ""
    COUNCILLOR_ITEM = "councillor_item"
    ORAL_QUESTION = "oral_question"
    INTERPELLATION = "interpellation"


INITIATIVE_LABELS = {
    InitiativeKind.NONE: "Aucune : le point vient d'un service",
    InitiativeKind.COUNCILLOR_ITEM: "Point ajouté par un conseiller",
    InitiativeKind.ORAL_QUESTION: "Question orale",
    InitiativeKind.INTERPELLATION: "Interpellation d'un citoyen",
}

#: The dated rule of the term in which each kind must arrive.
TERMS = {
    InitiativeKind.COUNCILLOR_ITEM: "additions",
    InitiativeKind.INTERPELLATION: "interpellation",
}


@dataclass(frozen=True)
class Initiative:
    """What a councillor or a citizen asks.

    ``authors`` are ids of seats, or the name of the citizen; ``received_on`` the day
    the text arrived; ``question`` and ``answer`` are plain texts.
    """

    kind: str = InitiativeKind.NONE
    authors: tuple[str, ...] = ()
    received_on: date | None = None
    question: str = ""
    answer: str = ""


def obstacles(
    step: str,
    initiative: Initiative,
    seated: Collection[str],
    there: Collection[str] | None,
    college: Collection[str],
) -> tuple[Reason, ...]:
    """Return what stands against a step of an item that somebody asked for.

    :param seated: the seats of the assembly.
    :param there: the seats in the room at the item; None before the roll is called.
    :param college: people of the college, who add no item so (CDLD L1122-24).
    """
    if not initiative.kind:
        return ()
    if step == ItemTransition.PRESENT:
        return tuple(_presenting(initiative, seated, college))
    if step in DECISIONS and DECISIONS[ItemTransition(step)] in POSITIVE_STATES:
        return tuple(_deciding(initiative, there))
    return ()


def clear_days_of(initiative: Initiative, meeting: date) -> int | None:
    """Return how many clear days lie between receipt and meeting, None if unknown."""
    if initiative.received_on is None:
        return None
    return clear_days_between(initiative.received_on, meeting)


def late(initiative: Initiative, organ: str, meeting: date) -> tuple[int, int] | None:
    """Return (days kept, days asked) of what arrived too late; None otherwise.

    Nothing is refused for it: whether the assembly deals with it is its own matter.
    """
    term = TERMS.get(InitiativeKind(initiative.kind))
    rule = in_force(term, organ, meeting) if term else None
    kept = clear_days_of(initiative, meeting)
    if rule is None or kept is None or kept >= rule.number:
        return None
    return kept, rule.number


def _presenting(
    initiative: Initiative, seated: Collection[str], college: Collection[str]
) -> Iterator[Reason]:
    if not initiative.authors:
        yield because(
            "author_missing",
            "L'auteur n'est pas nommé : indiquez qui demande l'inscription du point.",
        )
    if initiative.kind == InitiativeKind.INTERPELLATION:
        return
    for author in initiative.authors:
        if author not in seated:
            yield because(
                "author_without_seat",
                "« ${author} » ne siège pas dans cette assemblée : corrigez l'auteur.",
                author=author,
            )
    adds = initiative.kind == InitiativeKind.COUNCILLOR_ITEM
    if adds and any(author in college for author in initiative.authors):
        yield because(
            "author_in_college",
            "Un membre du Collège n'ajoute pas de point comme conseiller "
            "(CDLD, art. L1122-24) : faites venir le point par un service.",
        )


def _deciding(
    initiative: Initiative, there: Collection[str] | None
) -> Iterator[Reason]:
    if initiative.kind == InitiativeKind.INTERPELLATION or there is None:
        return
    if initiative.authors and not set(initiative.authors) & set(there):
        yield because(
            "author_absent",
            "L'auteur du point n'est pas dans la salle : reportez le point, ou "
            "corrigez les présences.",
        )
