"""Why a step of an item is not possible now, each as a sentence with its cure."""

from collections.abc import Iterator
from communes.core.errors.domain import Reason
from communes.deliberations.domain.choices import PollType
from communes.deliberations.domain.choices import UNVOTED
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.facts import ItemFacts
from communes.deliberations.domain.majority import Result
from communes.deliberations.domain.states import ACCEPTING_MEETING_STATES
from communes.deliberations.domain.states import DECISIONS
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import LEVEL_ENTRIES
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import POSITIVE_STATES
from communes.deliberations.domain.workflow import AGENDA_BACKS
from communes.deliberations.domain.workflow import CORRECTED
from communes.deliberations.domain.workflow import item_exits


_FORWARD = {*LEVEL_ENTRIES.values(), ItemTransition.VALIDATE, ItemTransition.PRESENT}
_READY = {ItemTransition.VALIDATE, ItemTransition.PRESENT}
_ON_AGENDA = {
    ItemTransition.RETURN,
    ItemTransition.BACK_TO_VALIDATED,
    *AGENDA_BACKS.values(),
    *CORRECTED.values(),
}
_SUBSTANTIAL = POSITIVE_STATES | {ItemState.REFUSED}


def item_obstacles(transition: ItemTransition, facts: ItemFacts) -> tuple[Reason, ...]:
    """Return everything that stands against ``transition``; empty when it may go.

    The rights of the person are not looked at here: see ``workflow.item_exits``.
    """
    exits = item_exits(facts.assembly, facts.levels, facts.state, facts.meeting_state)
    if transition not in exits:
        return (
            because(
                "not_from_here",
                "Cette étape n'existe pas à partir de l'état actuel du point : "
                "rechargez la page.",
            ),
        )
    return tuple(_obstacles(transition, facts))


def offered(facts: ItemFacts, roles: frozenset[str]) -> tuple[ItemTransition, ...]:
    """Return the steps a person with ``roles`` at this item may take or ask about."""
    exits = item_exits(facts.assembly, facts.levels, facts.state, facts.meeting_state)
    return tuple(step for step, allowed in exits.items() if roles & allowed)


def _obstacles(transition: ItemTransition, facts: ItemFacts) -> Iterator[Reason]:
    if transition in _FORWARD:
        yield from _content(transition, facts)
    if transition in LEVEL_ENTRIES.values():
        yield from _staff(transition, facts)
    if transition == ItemTransition.PRESENT:
        yield from _meeting_takes_it(facts)
    if transition in DECISIONS:
        yield from _decision(transition, facts)
    if transition in _ON_AGENDA and facts.meeting_state == MeetingState.CLOSED:
        yield because(
            "meeting_closed",
            "La séance est clôturée : remettez-la d'abord en rédaction du PV.",
        )


def _content(transition: ItemTransition, facts: ItemFacts) -> Iterator[Reason]:
    if not facts.title.strip():
        yield because("title_missing", "L'objet du point est vide : complétez-le.")
    if not facts.service:
        yield because(
            "service_missing", "Le service proposant n'est pas choisi : choisissez-le."
        )
    if facts.assembly.categories and not facts.category:
        yield because(
            "category_missing", "La catégorie n'est pas choisie : choisissez-la."
        )
    # An urgent item comes up in session: its text follows, and is asked to decide it.
    unvoted = facts.treatment in UNVOTED
    written = facts.decision.strip() or _is_urgent(facts) or unvoted
    if transition in _READY and not written:
        yield because(
            "decision_missing",
            "Le projet de décision est vide : écrivez ce que l'assemblée décide.",
        )


def _staff(transition: ItemTransition, facts: ItemFacts) -> Iterator[Reason]:
    level = next(one for one in facts.levels if one.transition == transition)
    if level.role not in facts.staffed:
        yield because(
            "level_without_reviewer",
            "Personne ne relit au niveau « ${level} » dans ce service : demandez à "
            "l'administration d'y désigner quelqu'un.",
            level=level.title,
        )


def _meeting_takes_it(facts: ItemFacts) -> Iterator[Reason]:
    if facts.meeting_state is None:
        if not facts.accepting_meetings:
            yield because(
                "no_meeting",
                "Aucune séance n'accepte de points : créez d'abord une séance.",
            )
    elif facts.meeting_state not in ACCEPTING_MEETING_STATES:
        yield because(
            "meeting_refuses_items",
            "La séance choisie n'accepte plus de points : choisissez-en une autre.",
        )


def _decision(transition: ItemTransition, facts: ItemFacts) -> Iterator[Reason]:
    if facts.meeting_state is None or facts.meeting_date is None:
        yield because(
            "not_in_meeting",
            "Le point n'est dans aucune séance : présentez-le d'abord.",
        )
        return
    if facts.meeting_state == MeetingState.CREATED:
        yield because(
            "agenda_not_frozen",
            "L'ordre du jour n'est pas gelé : gelez d'abord la séance.",
        )
    if facts.today < facts.meeting_date:
        yield because(
            "meeting_to_come",
            "La séance du ${date} n'a pas encore eu lieu : décidez à partir de ce "
            "jour.",
            date=f"{facts.meeting_date:%d/%m/%Y}",
        )
    if DECISIONS[transition] not in _SUBSTANTIAL or facts.treatment in UNVOTED:
        return
    if not facts.motivation.strip() and not facts.decision.strip():
        yield because(
            "text_missing",
            "La motivation et la décision sont vides : écrivez au moins l'une d'elles.",
        )
    yield from _urgency(facts)
    yield from _vote(transition, facts)


def _urgency(facts: ItemFacts) -> Iterator[Reason]:
    if _is_urgent(facts) and not facts.urgency_accepted:
        yield because(
            "urgency_not_declared",
            "L'urgence n'est pas déclarée : encodez d'abord son acceptation par "
            "l'assemblée.",
        )


def _vote(transition: ItemTransition, facts: ItemFacts) -> Iterator[Reason]:
    missed = facts.quorum is not None and not facts.quorum.reached
    if missed and facts.quorum is not None and facts.assembly.quorum_blocks:
        yield because(
            "quorum_not_reached",
            "${sentence} Reportez le point ou corrigez les présences.",
            sentence=facts.quorum.sentence,
        )
    if facts.assembly.votes_encoded and facts.poll_type != PollType.NO_VOTE:
        if facts.votes_missing is None:
            yield because(
                "vote_missing",
                "Le vote n'est pas encodé : encodez-le, ou choisissez « Pas de vote ».",
            )
        elif facts.votes_missing:
            yield because(
                "vote_incomplete",
                "Votes manquants : ${count}. Complétez le vote.",
                count=facts.votes_missing,
            )
    contradicted = facts.outcome is not None and facts.outcome.result in (
        Result.REJECTED,
        Result.POSTPONED,
    )
    if contradicted and DECISIONS[transition] in POSITIVE_STATES:
        yield because(
            "vote_against",
            "Le vote n'accepte pas la proposition : refusez ou reportez le point.",
        )


def _is_urgent(facts: ItemFacts) -> bool:
    return any(
        one.needs_urgency and one.id == facts.list_type
        for one in facts.assembly.list_types
    )
