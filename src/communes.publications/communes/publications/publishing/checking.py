"""Whether a step may be taken, for who asks it and for the workflow itself."""

from communes.core.documents.api import read_text
from communes.core.documents.domain import LegalDocument
from communes.publications.content.publication import IPublication
from communes.publications.domain.publication.errors import NotYet
from communes.publications.domain.publication.errors import PlanRefused
from communes.publications.domain.publication.errors import ReasonMissing
from communes.publications.domain.publication.rules import check_plan
from communes.publications.domain.publication.rules import obstacles
from communes.publications.domain.publication.states import PublicationTransition
from communes.publications.domain.publication.states import REASONED
from communes.publications.domain.publication.writing import document_html
from communes.publications.storage import publication as storage
from datetime import datetime


def check_step(
    publication: IPublication,
    step: PublicationTransition,
    reason: str = "",
    moment: datetime | None = None,
) -> None:
    """Refuse a step that a rule forbids.

    :raises PlanRefused, ReasonMissing, NotYet, DocumentRefused: one does.
    """
    now = storage.now_at(storage.institution_of(publication))
    day = now.date()
    if step is PublicationTransition.PLAN:
        if moment is None or moment.tzinfo is None:
            raise PlanRefused(field="planned_for", now=f"{now:%d/%m/%Y à %H:%M}")
        check_plan(moment, now)
        day = moment.astimezone(now.tzinfo).date()
    if step in REASONED and not reason.strip():
        raise ReasonMissing(field="comment")
    said = storage.read(publication)
    reasons = obstacles(said, step, day)
    if reasons:
        raise NotYet(*reasons)
    if step is PublicationTransition.PLAN:
        # What can not be set is told now, and not to the worker at night.
        html = document_html(said)
        read_text(LegalDocument(said.title, html, said.institution, day))
