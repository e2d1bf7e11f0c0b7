"""Why a step of an item, or an act on an advice, must wait: each with its cure."""

from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.errors.domain import Reason
from communes.core.parts.domain.writing import date_in_words
from communes.deliberations.domain.advices.course import Course
from communes.deliberations.domain.advices.course import settled
from communes.deliberations.domain.advices.course import timed_out
from communes.deliberations.domain.advices.kinds import UNANSWERED
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.states import ItemTransition
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ExpectedAdvice:
    """An advice of the item as the steps look at it: its name and whether it binds."""

    title: str
    course: Course
    mandatory: bool


def step_obstacles(
    step: str,
    advices: Iterable[ExpectedAdvice],
    today: date,
    *,
    amount_missing: bool = False,
) -> tuple[Reason, ...]:
    """Return what the advices have against a step of their item.

    An item is presented once each mandatory advice is given, or not given in time
    (CDLD L1124-40: one may then go on without it).
    """
    expected = tuple(advices)
    if step == ItemTransition.WAIT_ADVICES:
        return tuple(_nothing_to_wait_for(expected, today))
    if step != ItemTransition.PRESENT:
        return ()
    found = [] if not amount_missing else [_no_amount()]
    found += [
        _missing(one)
        for one in expected
        if one.mandatory and not settled(one.course, today)
    ]
    return tuple(found)


def writing_obstacles(
    course: Course, today: date, *, item_open: bool
) -> tuple[Reason, ...]:
    """Return what stands against writing or giving the advice now.

    :param item_open: the item is in a state where advices are given.
    """
    if course.given:
        return (
            because(
                "advice_given",
                "Cet avis est rendu : reprenez-le d'abord pour le corriger.",
            ),
        )
    if timed_out(course, today) and course.deadline is not None:
        return (
            because(
                "advice_too_late",
                "Le délai est écoulé depuis le ${date} : demandez au secrétariat de "
                "prolonger le délai.",
                date=date_in_words(course.deadline),
            ),
        )
    if not item_open:
        return (
            because(
                "advice_item_elsewhere",
                "Le point n'est pas dans un état où les avis se rendent : attendez "
                "que son service le propose.",
            ),
        )
    return ()


def _nothing_to_wait_for(
    expected: tuple[ExpectedAdvice, ...], today: date
) -> Iterator[Reason]:
    if not any(not settled(one.course, today) for one in expected):
        yield because(
            "no_advice_awaited",
            "Aucun avis n'est attendu : demandez d'abord un avis.",
        )


def _no_amount() -> Reason:
    return because(
        "amount_missing",
        "Le point a une incidence budgétaire sans montant : indiquez le montant, il "
        "dit si l'avis de légalité est obligatoire.",
    )


def _missing(one: ExpectedAdvice) -> Reason:
    course = one.course
    if course.kind in UNANSWERED:
        return because(
            "advice_sent_back",
            "L'avis « ${title} » est renvoyé au service : complétez le point, puis "
            "redemandez l'avis.",
            title=one.title,
        )
    if course.deadline is not None:
        return because(
            "advice_awaited_until",
            "L'avis « ${title} » est obligatoire et attendu jusqu'au ${date} : "
            "attendez-le, ou passez ce jour.",
            title=one.title,
            date=date_in_words(course.deadline),
        )
    if course.started_on is None:
        return because(
            "advice_not_started",
            "L'avis « ${title} » est obligatoire et n'a pas commencé : amenez le point "
            "à un état où les avis se rendent, ou faites déclarer le dossier complet.",
            title=one.title,
        )
    return because(
        "advice_awaited",
        "L'avis « ${title} » est obligatoire et n'est pas rendu : attendez-le.",
        title=one.title,
    )
