"""Why a step of a meeting is not possible now, each as a sentence with its cure."""

from collections.abc import Iterator
from communes.core.errors.domain import Reason
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.facts import MeetingFacts
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import FINAL_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.domain.workflow import meeting_exits
from communes.deliberations.domain.workflow import MEETING_TARGETS


_BEFORE_DECISIONS = {
    MeetingState.CREATED,
    MeetingState.FROZEN,
    MeetingState.PUBLISHED,
}


def meeting_obstacles(
    transition: MeetingTransition, facts: MeetingFacts
) -> tuple[Reason, ...]:
    """Return everything that stands against ``transition``; empty when it may go."""
    if transition not in meeting_exits(facts.assembly, facts.state):
        return (
            because(
                "not_from_here",
                "Cette étape n'existe pas à partir de l'état actuel de la séance : "
                "rechargez la page.",
            ),
        )
    return tuple(_obstacles(transition, facts))


def _obstacles(transition: MeetingTransition, facts: MeetingFacts) -> Iterator[Reason]:
    if facts.date is None:
        yield because("date_missing", "La séance n'a pas de date : donnez-la.")
    elif transition == MeetingTransition.DECIDE and facts.today < facts.date:
        yield because(
            "meeting_to_come",
            "La séance du ${date} n'a pas encore eu lieu : rédigez le PV à partir de "
            "ce jour.",
            date=f"{facts.date:%d/%m/%Y}",
        )
    if transition == MeetingTransition.FREEZE and not facts.items:
        yield because(
            "empty_agenda",
            "L'ordre du jour est vide : présentez d'abord au moins un point.",
        )
    if transition == MeetingTransition.CLOSE:
        yield from _closing(facts)
    if transition.startswith("backTo"):
        yield from _back(transition, facts)


def _closing(facts: MeetingFacts) -> Iterator[Reason]:
    if not facts.present:
        yield because(
            "attendance_missing",
            "Les présences ne sont pas encodées : encodez-les d'abord.",
        )
    for item in facts.items:
        if item.state == ItemState.RETURNED:
            yield because(
                "item_in_correction",
                "Le point ${number} est encore en correction dans son service : "
                "faites-le renvoyer aux gestionnaires.",
                number=item.number,
            )
        elif item.state not in FINAL_STATES:
            for reason in item.closing_obstacles:
                yield because(
                    reason.code,
                    "Point ${number} : ${sentence}",
                    number=item.number,
                    sentence=str(reason),
                )


def _back(transition: MeetingTransition, facts: MeetingFacts) -> Iterator[Reason]:
    if MEETING_TARGETS[transition] not in _BEFORE_DECISIONS:
        return
    decided = [item.number for item in facts.items if item.state in DECIDED_STATES]
    if decided:
        yield because(
            "items_decided",
            "Des points sont déjà décidés (${numbers}) : défaites d'abord leur "
            "décision.",
            numbers=", ".join(decided),
        )
