"""What stands against a publication, each a sentence with its cure."""

from collections.abc import Iterator
from collections.abc import Sequence
from communes.core.errors.domain import Reason
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.publicity.records import Stage
from communes.deliberations.domain.publicity.review import ReviewStanding
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import MeetingState
from dataclasses import dataclass
import re


#: In which states of the meeting each stage may be published.
STATES = {
    Stage.PROJECT: (MeetingState.FROZEN, MeetingState.PUBLISHED),
    Stage.DECISION: (
        MeetingState.DECIDED,
        MeetingState.DECISIONS_PUBLISHED,
        MeetingState.CLOSED,
    ),
}


@dataclass(frozen=True)
class ReviewedItem:
    """One item about to be published: its number, its state, how its review stands."""

    id: str
    number: str
    state: ItemState
    public: bool
    review: ReviewStanding


def publication_obstacles(
    stage: Stage, state: MeetingState, nis: str, items: Sequence[ReviewedItem]
) -> tuple[Reason, ...]:
    """Return why the items may not be published at that stage; empty: they may."""
    return tuple(_reasons(stage, state, nis, items))


def _reasons(
    stage: Stage, state: MeetingState, nis: str, items: Sequence[ReviewedItem]
) -> Iterator[Reason]:
    if not re.fullmatch(r"\d{5}", nis):
        yield because(
            "no_nis",
            "Le code INS de l'institution manque : il entre dans l'identifiant de "
            "chaque décision. Complétez-le dans le fichier de la commune.",
        )
    if state not in STATES[stage]:
        yield _wrong_moment(stage)
    if not items:
        yield because(
            "nothing_to_publish", "Il n'y a aucun point à publier : choisissez-en."
        )
    public = [one for one in items if one.public]
    missing = _numbers(public, ReviewStanding.MISSING)
    if missing:
        yield because(
            "not_reviewed",
            "Points à relire avant de publier : ${items}. Ouvrez leur onglet "
            "« Publicité ».",
            items=missing,
        )
    stale = _numbers(public, ReviewStanding.STALE)
    if stale:
        yield because(
            "review_stale",
            "Points modifiés depuis leur relecture : ${items}. Relisez-les dans leur "
            "onglet « Publicité ».",
            items=stale,
        )
    if stage is Stage.DECISION:
        numbers = [one.number for one in public if one.state not in DECIDED_STATES]
        if numbers:
            yield because(
                "not_decided",
                "Points pas encore décidés : ${items}. Décidez-les, ou publiez les "
                "autres seulement.",
                items=", ".join(numbers),
            )


def _wrong_moment(stage: Stage) -> Reason:
    if stage is Stage.PROJECT:
        return because(
            "wrong_moment",
            "Les projets se publient quand l'ordre du jour est gelé et avant que la "
            "séance soit décidée.",
        )
    return because(
        "wrong_moment_decisions",
        "Les décisions se publient à partir de la rédaction du procès-verbal.",
    )


def _numbers(items: Sequence[ReviewedItem], standing: ReviewStanding) -> str:
    return ", ".join(one.number for one in items if one.review is standing)
