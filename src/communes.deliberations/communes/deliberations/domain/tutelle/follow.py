"""Where the supervision of an act stands, and until when the authority may answer."""

from collections.abc import Mapping
from communes.core.deadlines.domain.deadline import Deadline
from communes.core.deadlines.domain.deadline import expiry_after_calendar_days
from communes.core.deadlines.domain.working_calendar import WorkingCalendar
from communes.core.errors.domain import InvalidInput
from communes.deliberations.domain.errors import I18N_DOMAIN
from communes.deliberations.domain.tutelle.act import act_on
from communes.deliberations.domain.tutelle.act import acts
from communes.deliberations.domain.tutelle.act import SupervisedAct
from communes.deliberations.domain.tutelle.act import TutelleKind
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise


class UnknownAct(InvalidInput):
    """The table has no such act. Cure: choose one that is listed."""

    code = "unknown_supervised_act"
    template = "« ${name} » n'est pas un acte de la table de tutelle : ${expected}."
    i18n_domain = I18N_DOMAIN


class WrongOrder(InvalidInput):
    """A day of the supervision comes before the one it follows. Cure: correct it."""

    code = "tutelle_days"
    template = "« ${later} » (${day}) ne peut pas précéder « ${earlier} » (${before})."
    i18n_domain = I18N_DOMAIN


class OutcomeNeedsDay(InvalidInput):
    """An outcome without its day, or a day without outcome. Cure: give both."""

    code = "tutelle_outcome_day"
    template = "Indiquez ensemble la suite donnée par la tutelle et son jour."
    i18n_domain = I18N_DOMAIN


class UnknownOutcome(InvalidInput):
    """The authority does not answer in that way. Cure: choose one that is listed."""

    code = "unknown_tutelle_outcome"
    template = "« ${name} » n'est pas une suite de la tutelle : ${expected}."
    i18n_domain = I18N_DOMAIN


class TutelleOutcome(StrEnum):
    """What the authority answered; empty while it has not."""

    NONE = ""
    APPROVED = "approved"
    APPROVED_IN_PART = "approved_in_part"
    NOT_APPROVED = "not_approved"
    ANNULLED = "annulled"
    SUSPENDED = "suspended"
    NO_REMARK = "no_remark"


OUTCOME_LABELS: Mapping[TutelleOutcome, str] = {
    TutelleOutcome.NONE: "En attente",
    TutelleOutcome.APPROVED: "Approuvé",
    TutelleOutcome.APPROVED_IN_PART: "Approuvé partiellement",
    TutelleOutcome.NOT_APPROVED: "Non approuvé",
    TutelleOutcome.ANNULLED: "Annulé",
    TutelleOutcome.SUSPENDED: "Suspendu",
    TutelleOutcome.NO_REMARK: "Devenu pleinement exécutoire",
}


class TutelleStanding(StrEnum):
    """Where the supervision stands on a day."""

    TO_SEND = "to_send"
    AWAITED = "awaited"
    EXPIRED = "expired"
    ANSWERED = "answered"


STANDING_LABELS: Mapping[TutelleStanding, str] = {
    TutelleStanding.TO_SEND: "À transmettre",
    TutelleStanding.AWAITED: "En attente de la tutelle",
    TutelleStanding.EXPIRED: "Délai expiré sans réponse",
    TutelleStanding.ANSWERED: "Réponse reçue",
}


@dataclass(frozen=True)
class TutelleFile:
    """The supervision of one act, as it is noted.

    :param act: id of the table; empty: the act is not supervised.
    :param received_on: the day the authority received the complete act; the delay
        runs from it. Until it is known, from ``sent_on``, and the account says so.
    :param extended_on: the day the extension was notified; None: not extended.
    """

    act: str = ""
    sent_on: date | None = None
    received_on: date | None = None
    extended_on: date | None = None
    outcome: str = TutelleOutcome.NONE.value
    outcome_on: date | None = None
    reference: str = ""
    remarks: str = ""


def check(file: TutelleFile, today: date) -> None:
    """Refuse what can not be noted.

    :raises UnknownAct, UnknownOutcome: not of the tables.
    :raises WrongOrder: a day comes before the one it follows.
    :raises OutcomeNeedsDay: the outcome or its day is missing.
    """
    if file.act and act_on(file.act, file.sent_on or today) is None:
        expected = ", ".join(sorted({one.id for one in acts()}))
        raise UnknownAct(field="act", name=file.act, expected=expected)
    if file.outcome not in set(TutelleOutcome):
        expected = ", ".join(one.value for one in TutelleOutcome if one)
        raise UnknownOutcome(field="outcome", name=file.outcome, expected=expected)
    days = (
        ("sent_on", "Transmis le", file.sent_on),
        ("received_on", "Reçu par la tutelle le", file.received_on),
        ("extended_on", "Délai prorogé le", file.extended_on),
        ("outcome_on", "Suite donnée le", file.outcome_on),
    )
    known = [(name, label, day) for name, label, day in days if day is not None]
    for (_name, earlier, before), (field, later, day) in pairwise(known):
        if day < before:
            raise WrongOrder(
                field=field, later=later, day=f"{day:%d/%m/%Y}",
                earlier=earlier, before=f"{before:%d/%m/%Y}",
            )  # fmt: skip
    if bool(file.outcome) != (file.outcome_on is not None):
        raise OutcomeNeedsDay(field="outcome_on")


def deadline(file: TutelleFile, calendar: WorkingCalendar) -> Deadline | None:
    """Return the last day the authority may answer, None before it was sent.

    The day of receipt does not count; an end on a week-end or a public holiday
    rolls over to the next working day.
    """
    start = file.received_on or file.sent_on
    act = act_on(file.act, start) if start is not None else None
    if start is None or act is None:
        return None
    days = act.days + (act.extension if file.extended_on is not None else 0)
    found = expiry_after_calendar_days(start, days, act.article, calendar)
    return Deadline(found.date, found.rule, (*_told(file, act), *found.steps))


def standing(
    file: TutelleFile, calendar: WorkingCalendar, today: date
) -> TutelleStanding | None:
    """Return where the supervision stands on ``today``; None: not supervised."""
    if not file.act:
        return None
    if file.outcome:
        return TutelleStanding.ANSWERED
    last = deadline(file, calendar)
    if last is None:
        return TutelleStanding.TO_SEND
    return TutelleStanding.EXPIRED if last.date < today else TutelleStanding.AWAITED


def effect(file: TutelleFile, calendar: WorkingCalendar, today: date) -> str:
    """Return in French what that means for the act; empty when it is not supervised.

    An act of special approval is carried out only once approved, or once the delay
    has passed; one of general annulment may be, at the risk of annulment.
    """
    now = standing(file, calendar, today)
    act = act_on(file.act, file.sent_on or today)
    if now is None or act is None:
        return ""
    if now is TutelleStanding.ANSWERED:
        return OUTCOME_LABELS[TutelleOutcome(file.outcome)]
    if act.kind == TutelleKind.ANNULMENT:
        if now is TutelleStanding.EXPIRED:
            return "Le délai d'annulation est passé : l'acte est définitif."
        return "L'acte peut être exécuté, mais peut encore être annulé."
    if now is TutelleStanding.EXPIRED:
        return "Le délai est passé sans réponse : l'acte est exécutoire."
    return "L'acte ne peut pas encore être exécuté."


def _told(file: TutelleFile, act: SupervisedAct) -> tuple[str, ...]:
    steps = []
    if file.received_on is None:
        steps.append(
            "Le jour de la réception n'est pas connu : le délai est compté depuis "
            "l'envoi, à confirmer."
        )
    if file.extended_on is not None:
        steps.append(f"{act.days} jours, prorogés de {act.extension} jours.")
    if act.verified_on is None:
        steps.append(
            f"Durée d'après la pratique ({act.article}), à confirmer dans le texte."
        )
    return tuple(steps)
