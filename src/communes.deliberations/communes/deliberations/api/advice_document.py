"""The documents of the advices: one advice to be signed, the synthesis of a meeting."""

from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.documents.domain import LegalDocument
from communes.core.documents.site_layout import layout_of
from communes.core.hardening.giving import MadeFile
from communes.core.signature import api as signatures
from communes.deliberations.api.document import FORMS
from communes.deliberations.content.advice import IAdvice
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.advices.telling import advice_text
from communes.deliberations.domain.advices.telling import synthesis
from communes.deliberations.domain.documents import LegalText
from communes.deliberations.exceptions import UnknownDocument
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.storage.advice import course_of
from communes.deliberations.storage.advice import item_of
from communes.deliberations.storage.advice import told
from communes.deliberations.storage.agenda import agenda_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.journal import note_confidential_read
from communes.deliberations.storage.service import institution
from plone import api


SIGNED = "signed"


def advice_document_text(advice: IAdvice) -> LegalText:
    """Return the title and the structured HTML of an advice.

    :raises MayNot: the user may not read it.
    """
    require("View", advice)
    if advice.confidential:
        note_confidential_read("advice", advice)
    return advice_text(told(advice))


def advices_synthesis_text(meeting: IMeeting, service: str = "") -> LegalText:
    """Return the synthesis of the advices on the items of a meeting.

    It holds those the person may read, and says nothing of the others.

    :param service: the advising service ("finances"); empty: all of them.
    :raises MayNot: the user does not manage the meeting.
    """
    require(MANAGE_MEETING, meeting)
    rows = []
    for row in agenda_of(meeting).rows:
        for advice in advices_of(row.item()):
            seen = told(advice)
            if may("View", advice) and service in ("", seen.course.service):
                rows.append(seen)
    title = f"Synthèse des avis – {meeting.title}"
    return synthesis(title, tuple(rows), now().date())


def generate_advice(obj: IAdvice | IMeeting, form: str = "pdf") -> MadeFile:
    """Return an advice, or the synthesis of a meeting, as PDF/A or to edit as ODT.

    The file name says neither the matter nor the answer.

    :param form: "pdf", "odt", or of an advice "signed": the file that came back.
    :raises UnknownDocument: there is no such form, or nothing signed yet.
    :raises MayNot: the user may not read it.
    """
    if form == SIGNED and IAdvice.providedBy(obj):
        return _signed(obj)
    if form not in FORMS:
        expected = ", ".join(f"« {name} »" for name in FORMS)
        raise UnknownDocument(field="form", name=form, expected=expected)
    if IAdvice.providedBy(obj):
        text = advice_document_text(obj)
        name = f"avis-{item_of(obj).getId()}-{obj.getId()}.{form}"
    else:
        text = advices_synthesis_text(obj)
        name = f"synthese-avis-{obj.getId()}.{form}"
    return MadeFile(name, FORMS[form], _made(form, text))


def has_signed_file(advice: IAdvice) -> bool:
    """Return whether a signed file of the advice came back."""
    course, _revision = course_of(advice)
    known = (one for one in signatures.requests_of(advice) if one.signed_sha256)
    signed = any(one.id == course.signature for one in known)
    return signed and course.signed_on is not None


def _signed(advice: IAdvice) -> MadeFile:
    require("View", advice)
    if not has_signed_file(advice):
        raise UnknownDocument(field="form", name=SIGNED, expected="« pdf », « odt »")
    if advice.confidential:
        note_confidential_read("advice", advice)
    data = signatures.signed_file(advice, course_of(advice)[0].signature)
    name = f"avis-{item_of(advice).getId()}-{advice.getId()}-signe.pdf"
    return MadeFile(name, FORMS["pdf"], data)


def _made(form: str, text: LegalText) -> bytes:
    # Loaded here: the engine is heavy, and most processes never make a file.
    from communes.core.documents.api import editable_copy
    from communes.core.documents.api import render_legal

    site = api.portal.get()
    legal = LegalDocument(
        title=text.title, html=text.html, author=institution(site), date=now().date()
    )
    return (render_legal if form == "pdf" else editable_copy)(legal, layout_of(site))
