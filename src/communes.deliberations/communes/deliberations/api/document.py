"""The documents of a meeting and of its items, for those who may read them."""

from collections.abc import Callable
from collections.abc import Iterable
from communes.core.access.permission import require
from communes.core.documents.domain import Layout
from communes.core.documents.domain import LegalDocument
from communes.core.documents.site_layout import layout_of
from communes.core.hardening.giving import MadeFile
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain import documents as texts
from communes.deliberations.domain import documents_after as after
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.documents import LegalText
from communes.deliberations.domain.minutes_life import SETTLED
from communes.deliberations.domain.records import for_the_public
from communes.deliberations.domain.records import MeetingRecord
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.exceptions import NotInMeeting
from communes.deliberations.exceptions import UnknownDocument
from communes.deliberations.permissions import VIEW_CLOSED_ITEMS
from communes.deliberations.storage.item import html_of
from communes.deliberations.storage.journal import note_confidential_read
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.storage.meeting import state_of
from communes.deliberations.storage.minutes import minutes_of
from communes.deliberations.storage.minutes import state_of as minutes_state_of
from communes.deliberations.storage.record import meeting_record
from communes.deliberations.workflow.minutes import text_of
from plone import api


Maker = Callable[[MeetingRecord], LegalText]

#: Documents of a meeting: for the public, and with the closed part (None: none).
MEETING_DOCUMENTS: dict[str, tuple[Maker | None, Maker]] = {
    "convocation": (None, texts.convocation),
    "agenda": (texts.public_agenda, texts.full_agenda),
    "minutes": (texts.public_minutes_text, texts.full_minutes_text),
    "deliberations": (after.public_deliberations, after.all_deliberations),
    "publication": (after.publication_list, after.publication_list),
    "attendance": (None, after.attendance_sheet),
}
ITEM_DOCUMENTS = {"deliberation": texts.deliberation, "extract": texts.extract}
#: Made from the item with its « note de synthèse », before it is decided.
REPORT = "report"
#: They tell decisions: a draft of them is for those who sit or keep the minutes.
_OF_DECISIONS = ("minutes", "deliberations", "publication")

FORMS = {
    "pdf": "application/pdf",
    "odt": "application/vnd.oasis.opendocument.text",
}


def document_text(
    obj: IMeeting | IMeetingItem, kind: str, closed: bool = False
) -> LegalText:
    """Return the title and the structured HTML of a document.

    :param kind: "convocation", "agenda", "minutes", "deliberations", "publication" or
        "attendance" of a meeting; "deliberation", "extract" or "report" of an item.
    :param closed: with the closed part of the meeting; a convocation always is.
    :raises UnknownDocument: there is no document of that kind.
    :raises MayNot: the user may not read it.
    :raises NotInMeeting: the item is on no agenda.
    """
    require("View", obj)
    if IMeeting.providedBy(obj):
        return _meeting_text(obj, kind, closed)
    return _item_text(obj, kind)


def meeting_in_words(meeting: IMeeting, closed: bool = False) -> MeetingRecord:
    """Return the meeting as one plain record, with texts, attendance and votes.

    Without ``closed`` nothing is left of a closed item but that it exists.

    :raises MayNot: the user may not read the meeting, or its closed part.
    """
    require(VIEW_CLOSED_ITEMS if closed else "View", meeting)
    record = meeting_record(meeting, closed=closed)
    return record if closed else for_the_public(record)


def generate_document(
    obj: IMeeting | IMeetingItem,
    kind: str,
    closed: bool = False,
    form: str = "pdf",
    layout: Layout | None = None,
) -> MadeFile:
    """Return a document as PDF/A ("pdf") or as a copy to edit ("odt").

    The file name says the kind and the day, never a title.

    :param layout: another than the one the site has for its documents.
    :raises UnknownDocument, MayNot, NotInMeeting: as ``document_text``.
    :raises DocumentRefused: a text holds what no document may hold; says where.
    """
    if form not in FORMS:
        raise UnknownDocument(field="form", name=form, expected=_listed(FORMS))
    text = document_text(obj, kind, closed)
    meeting = obj if IMeeting.providedBy(obj) else meeting_of(obj)
    record = meeting_record(meeting, closed=False)
    legal = LegalDocument(
        title=text.title,
        html=text.html,
        author=record.institution,
        date=record.day,
        identifier=getattr(obj, "reference", "") or "",
    )
    data = _made(form, legal, layout or layout_of(api.portal.get()))
    part = "-huis-clos" if closed else ""
    owner = "" if IMeeting.providedBy(obj) else f"-{obj.getId()}"
    name = f"{kind}{part}-{record.assembly.id}-{record.day:%Y-%m-%d}{owner}.{form}"
    return MadeFile(name, FORMS[form], data)


def _made(form: str, legal: LegalDocument, layout: Layout) -> bytes:
    # Loaded here: the engine is heavy, and most processes never make a file.
    from communes.core.documents.api import editable_copy
    from communes.core.documents.api import render_legal

    return (render_legal if form == "pdf" else editable_copy)(legal, layout)


def _meeting_text(meeting: IMeeting, kind: str, closed: bool) -> LegalText:
    if kind not in MEETING_DOCUMENTS:
        raise UnknownDocument(
            field="kind", name=kind, expected=_listed(MEETING_DOCUMENTS)
        )
    for_public, for_members = MEETING_DOCUMENTS[kind]
    if kind in _OF_DECISIONS and state_of(meeting) is not MeetingState.CLOSED:
        require(VIEW_CLOSED_ITEMS, meeting)
    if kind == "minutes":
        settled = _settled_minutes(meeting, closed)
        if settled is not None:
            return settled
    if not closed and for_public is not None:
        return for_public(meeting_record(meeting, closed=False))
    require(VIEW_CLOSED_ITEMS, meeting)
    record = meeting_record(meeting, closed=True)
    if record.closed_items:
        note_confidential_read(kind, meeting)
    return for_members(record)


def _settled_minutes(meeting: IMeeting, closed: bool) -> LegalText | None:
    """Return the minutes as they were submitted; None while they are a draft."""
    minutes = minutes_of(meeting)
    if minutes is None or minutes_state_of(minutes) not in SETTLED:
        return None
    if closed:
        require(VIEW_CLOSED_ITEMS, meeting)
        note_confidential_read("minutes", meeting)
    return text_of(minutes, closed=closed)


def _item_text(item: IMeetingItem, kind: str) -> LegalText:
    known = (*ITEM_DOCUMENTS, REPORT)
    if kind not in known:
        raise UnknownDocument(field="kind", name=kind, expected=_listed(known))
    meeting = meeting_of(item)
    if meeting is None:
        raise NotInMeeting(item=item.title)
    if item.privacy == Privacy.CLOSED:
        note_confidential_read(kind, item)
    record = meeting_record(meeting, closed=False)
    own = next(one for one in record.items if one.id == item.UID())
    if kind == REPORT:
        return after.report(record, own, html_of(item.summary))
    return ITEM_DOCUMENTS[kind](record, own)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"« {name} »" for name in names)
