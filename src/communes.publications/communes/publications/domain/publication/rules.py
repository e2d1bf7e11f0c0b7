"""What must be there before a publication goes on; each refusal names the cure."""

from collections.abc import Iterator
from communes.core.errors.domain import Reason
from communes.core.parts.domain.writing import date_in_words
from communes.core.privacy.domain.passages import has_marks
from communes.publications.domain.errors import DOMAIN
from communes.publications.domain.publication.errors import PlanRefused
from communes.publications.domain.publication.kinds import natures
from communes.publications.domain.publication.record import Publication
from communes.publications.domain.publication.states import PublicationTransition
from datetime import date
from datetime import datetime


_STEP = PublicationTransition
_LOOKED_AT = frozenset({_STEP.PROPOSE, _STEP.PLAN, _STEP.PUBLISH})
_GOES_OUT = frozenset({_STEP.PLAN, _STEP.PUBLISH})


def obstacles(
    publication: Publication, step: PublicationTransition, day: date
) -> tuple[Reason, ...]:
    """Return what stands against a step; empty when nothing does.

    :param day: when the step takes effect: today, or the day that is planned.
    """
    found: list[Reason] = []
    if step in _LOOKED_AT:
        found += _incomplete(publication, day)
    if step in _GOES_OUT:
        found += _not_free(publication, day)
    return tuple(found)


def check_plan(moment: datetime, now: datetime) -> None:
    """Refuse a moment that is past; both have a time zone.

    :raises PlanRefused: it is.
    """
    if moment <= now:
        raise PlanRefused(
            field="planned_for",
            now=f"{date_in_words(now.date())} à {now:%H:%M}",
        )


def _incomplete(publication: Publication, day: date) -> Iterator[Reason]:
    nature = natures().get(publication.nature)
    if not publication.html.strip() and publication.pdf is None:
        yield _reason("text", "Rédigez le texte, ou joignez-le en PDF.")
    if nature is not None and nature.binds and not publication.authority:
        yield _reason("authority", "Indiquez l'autorité qui a pris la décision.")
    if nature is not None and nature.binds and publication.decided_on is None:
        yield _reason("decided_on", "Indiquez la date de la décision.")
    if publication.decided_on is not None and publication.decided_on > day:
        yield _reason(
            "decided_later",
            "La décision porte une date (${day}) après celle de la publication : "
            "corrigez l'une des deux.",
            day=date_in_words(publication.decided_on),
        )
    if has_marks(publication.html) or has_marks(publication.title):
        yield _reason(
            "personal",
            "Un passage est marqué comme donnée personnelle : retirez-le du texte "
            "avant de le publier.",
        )


def _not_free(publication: Publication, day: date) -> Iterator[Reason]:
    free = publication.free_on
    if publication.needs_approval and free is None:
        yield _reason(
            "approval",
            "Le texte est soumis à la tutelle spéciale d'approbation : indiquez la "
            "date de l'approbation, ou celle où le délai a expiré.",
        )
    elif publication.needs_approval and free is not None and free > day:
        yield _reason(
            "approval_later",
            "L'approbation porte une date (${day}) après celle de la publication : "
            "corrigez l'une des deux.",
            day=date_in_words(free),
        )
    if publication.expires_on is not None and publication.expires_on <= day:
        yield _reason(
            "expired",
            "La fin de validité (${day}) n'est pas après la publication : corrigez "
            "l'une des deux.",
            day=date_in_words(publication.expires_on),
        )


def _reason(name: str, template: str, **values: object) -> Reason:
    return Reason(f"publication_{name}", template, values, DOMAIN)
