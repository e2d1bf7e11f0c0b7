"""Advices told in a text: the line that a deliberation cites, the advice itself."""

from communes.core.parts.domain.writing import date_in_words
from communes.deliberations.domain.advices.course import Course
from communes.deliberations.domain.advices.course import standing
from communes.deliberations.domain.advices.kinds import AdviceKind
from communes.deliberations.domain.advices.kinds import KIND_LABELS
from communes.deliberations.domain.advices.kinds import Standing
from communes.deliberations.domain.document_html import heading
from communes.deliberations.domain.document_html import paragraph
from communes.deliberations.domain.document_html import table
from communes.deliberations.domain.documents import LegalText
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ToldAdvice:
    """An advice as its documents need it; ``adviser`` is a name people know."""

    title: str
    adviser: str
    item: str
    course: Course
    motivation: str = ""
    observations: str = ""
    reference: str = ""
    commitment: str = ""
    amount: str = ""
    rule: str = ""


def kind_words(kind: str) -> str:
    """Return what an answer is called, in small letters; the id when it is unknown."""
    known = {str(one): label for one, label in KIND_LABELS.items()}
    return known.get(kind, kind).lower()


def citation(told: ToldAdvice, today: date) -> str:
    """Return the « Vu » of a deliberation as HTML; empty when nothing can be cited."""
    course = told.course
    if course.given_on is not None and course.kind != AdviceKind.BACK_TO_SERVICE:
        number = f" ({told.reference})" if told.reference else ""
        return paragraph(
            f"Vu l'avis {kind_words(course.kind)} rendu par {told.adviser} le "
            f"{date_in_words(course.given_on)}{number} ;"
        )
    if standing(course, today) is Standing.TIMED_OUT and course.deadline is not None:
        return paragraph(
            f"Considérant que l'avis demandé à {told.adviser} n'a pas été rendu dans "
            f"le délai, échu le {date_in_words(course.deadline)} ;"
        )
    return ""


def advice_text(told: ToldAdvice) -> LegalText:
    """Return the text of one advice, to be signed and joined to the file."""
    course = told.course
    lines = [
        ("Objet", told.item),
        ("Avis demandé à", told.adviser),
        ("Demandé le", _day(course.asked_on)),
        ("Dossier reçu le", _day(course.started_on)),
        ("À rendre au plus tard le", _day(course.deadline)),
        ("Règle", told.rule),
        ("Montant", told.amount),
        ("Référence", told.reference),
        ("Numéro d'engagement", told.commitment),
    ]
    facts = [(term, value) for term, value in lines if value]
    html = table(("Point", "Avis"), facts) + heading(2, "Avis")
    html += paragraph(_answer(course))
    if told.motivation:
        html += heading(2, "Motivation") + told.motivation
    if told.observations:
        html += heading(2, "Observations") + told.observations
    if course.signed_on is not None:
        html += paragraph(f"Signé le {date_in_words(course.signed_on)}.")
    return LegalText(f"{told.title} – {told.adviser}", html)


def synthesis(title: str, rows: tuple[ToldAdvice, ...], today: date) -> LegalText:
    """Return the table of several advices: the matter, the amount, the answer."""
    if not rows:
        return LegalText(title, paragraph("Aucun avis ne figure à cette synthèse."))
    header = ("Objet", "Avis de", "Montant", "Réponse", "Le")
    return LegalText(title, table(header, [_row(one, today) for one in rows]))


def _row(told: ToldAdvice, today: date) -> tuple[str, ...]:
    course = told.course
    answer = kind_words(course.kind) if course.given else "attendu"
    if standing(course, today) is Standing.TIMED_OUT:
        answer = "non rendu dans le délai"
    when = _day(course.given_on or course.deadline)
    return (told.item, told.adviser, told.amount, answer, when)


def _answer(course: Course) -> str:
    if course.given_on is None:
        return "Cet avis n'est pas rendu."
    return (
        f"{kind_words(course.kind).capitalize()}, le {date_in_words(course.given_on)}."
    )


def _day(day: date | None) -> str:
    return "" if day is None else date_in_words(day)
