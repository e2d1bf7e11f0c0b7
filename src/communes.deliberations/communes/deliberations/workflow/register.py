"""An act enters the register in the transaction that makes it final."""

from communes.core.access.permission import current_user
from communes.core.documents.domain import LegalDocument
from communes.core.documents.site_layout import layout_of
from communes.core.jobs.api import intend
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.documents import deliberation
from communes.deliberations.domain.documents import LegalText
from communes.deliberations.domain.records import ItemRecord
from communes.deliberations.domain.records import MeetingRecord
from communes.deliberations.domain.register.entry import MarginNote
from communes.deliberations.domain.register.entry import NoteKind
from communes.deliberations.domain.register.entry import RegisterEntry
from communes.deliberations.domain.register.entry import RegisterKind
from communes.deliberations.domain.register.settings import Entering
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import POSITIVE_STATES
from communes.deliberations.events import ExtractReady
from communes.deliberations.storage import register
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.item import item_by_uid
from communes.deliberations.storage.record import meeting_record
import hashlib
from plone import api
from zope.event import notify


#: An act that was put to the vote; what was put off or withdrawn is none.
ENTERED = POSITIVE_STATES | {ItemState.REFUSED}
EXTRACT_READY = "deliberations.extract_ready"


def enter_meeting(meeting: IMeeting) -> list[RegisterEntry]:
    """Enter the deliberations of a meeting that is closed; those changed since, anew.

    An act whose text is still the one in the register is not entered twice.
    """
    assembly = assembly_of(meeting)
    if settings_of(assembly).register.deliberations_at != Entering.CLOSING:
        return []
    record = meeting_record(meeting, closed=False)
    made = [_enter(meeting, record, one) for one in record.items if _enters(one)]
    return [entry for entry in made if entry is not None]


def enter_item(
    item: IMeetingItem, meeting: IMeeting, pdf: bytes, signed: bytes
) -> None:
    """Enter a deliberation that was signed, or note the signature in its margin."""
    assembly = assembly_of(meeting)
    kind = RegisterKind.DELIBERATIONS.value
    entering = settings_of(assembly).register.deliberations_at
    entry = register.latest_of(assembly, kind, item.UID())
    if entry is not None:
        text = "Acte signé"
        _note(assembly, kind, entry, NoteKind.SIGNED, text, signed)
    elif entering == Entering.SIGNATURE:
        record = meeting_record(meeting, closed=False)
        own = next(one for one in record.items if one.id == item.UID())
        entry = register.append(assembly, _draft(meeting, own), pdf, signed)
        _announce(item, entry)


def enter_minutes(
    meeting: IMeeting,
    title: str,
    pdf: bytes,
    signed: bytes | None,
    approved_on: object,
    approved_in: str,
) -> RegisterEntry:
    """Enter the signed minutes of a meeting, with the meeting that approved them.

    The deliberations of the meeting get a note that its minutes are approved.
    """
    assembly = assembly_of(meeting)
    draft = _blank(meeting, RegisterKind.MINUTES, title)
    draft = RegisterEntry(
        **{**vars(draft), "approved_on": approved_on, "approved_in": approved_in}
    )
    return register.append(assembly, draft, pdf, signed)


def note_approval(meeting: IMeeting, approved_in: str, day: str) -> None:
    """Note beside each deliberation of a meeting that its minutes were approved."""
    assembly = assembly_of(meeting)
    kind = RegisterKind.DELIBERATIONS.value
    record = meeting_record(meeting, closed=False)
    text = f"Procès-verbal approuvé le {day}"
    for item in record.items:
        entry = register.latest_of(assembly, kind, item.id)
        if entry is not None:
            _note(assembly, kind, entry, NoteKind.APPROVED, text, None, approved_in)


def note_beside(
    item: IMeetingItem, assembly: object, kind: NoteKind, text: str
) -> None:
    """Write a note beside the deliberation of an item, when it is in the register."""
    which = RegisterKind.DELIBERATIONS.value
    entry = register.latest_of(assembly, which, item.UID())
    if entry is not None:
        _note(assembly, which, entry, kind, text)


def pdf_of(text: LegalText, record: MeetingRecord, identifier: str = "") -> bytes:
    """Return a text of a meeting as PDF/A, as the site lays out its documents."""
    # Loaded here: the engine is heavy, and most processes never make a file.
    from communes.core.documents.api import render_legal

    legal = LegalDocument(
        title=text.title,
        html=text.html,
        author=record.institution,
        date=record.day,
        identifier=identifier,
    )
    return render_legal(legal, layout_of(api.portal.get()))


def _enters(one: ItemRecord) -> bool:
    return one.state in ENTERED and bool(one.decision or one.motivation)


def _enter(
    meeting: IMeeting, record: MeetingRecord, one: ItemRecord
) -> RegisterEntry | None:
    assembly = assembly_of(meeting)
    kind = RegisterKind.DELIBERATIONS.value
    pdf = pdf_of(deliberation(record, one), record, one.reference)
    known = register.latest_of(assembly, kind, one.id)
    if known is not None and known.sha256 == hashlib.sha256(pdf).hexdigest():
        return None
    entry = register.append(assembly, _draft(meeting, one), pdf)
    if known is not None:
        text = f"Remplacée par l'inscription {entry.shown}"
        _note(assembly, kind, known, NoteKind.CORRECTED, text)
    _announce(item_by_uid(one.id), entry)
    return entry


def _draft(meeting: IMeeting, one: ItemRecord) -> RegisterEntry:
    draft = _blank(meeting, RegisterKind.DELIBERATIONS, one.title)
    return RegisterEntry(
        **{
            **vars(draft),
            "item": one.id,
            "reference": one.reference,
            "closed": not one.public,
        }
    )


def _blank(meeting: IMeeting, kind: RegisterKind, title: str) -> RegisterEntry:
    day = meeting.date.date()
    return RegisterEntry(
        position=0,
        kind=kind.value,
        year=day.year,
        number=0,
        meeting=meeting.UID(),
        meeting_day=day,
        item="",
        title=title,
        reference="",
        closed=kind is RegisterKind.MINUTES,
        entered_on=now(),
        entered_by=current_user(),
        sha256="",
    )


def _note(
    assembly: object,
    which: str,
    entry: RegisterEntry,
    kind: NoteKind,
    text: str,
    file: bytes | None = None,
    meeting: str = "",
) -> None:
    draft = MarginNote(
        0, entry.position, kind.value, now(), current_user(), text, meeting=meeting
    )
    register.note(assembly, which, draft, file)


def _announce(item: IMeetingItem, entry: RegisterEntry) -> None:
    """Tell that the extract of an act is there, for the file the item came from."""
    notify(ExtractReady(item, entry))
    payload = {
        "item": item.UID(),
        "external_id": item.external_id or "",
        "assembly": assembly_of(item).getId(),
        "register": entry.shown,
        "position": entry.position,
        "sha256": entry.sha256,
        "day": entry.meeting_day.isoformat(),
    }
    if item.external_id:
        intend(EXTRACT_READY, f"{item.UID()}:{entry.position}", payload)
