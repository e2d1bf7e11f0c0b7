"""A member's own workspace: what changed, private notes, the files to take along."""

from communes.core.access.errors import MayNot
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.annexes.api import annexes_of
from communes.core.annexes.bundle import joined_pdf
from communes.core.annexes.bundle import Named
from communes.core.annexes.bundle import NO_MOMENT
from communes.core.annexes.bundle import safe_name
from communes.core.comparing.domain.difference import as_html
from communes.core.comparing.domain.difference import difference
from communes.core.organisation.api import mandates_in_office
from communes.deliberations.api.agenda import agenda
from communes.deliberations.api.agenda import AgendaLine
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.workspace.bundle import BundleItem
from communes.deliberations.domain.workspace.bundle import index_page
from communes.deliberations.domain.workspace.reading import Change
from communes.deliberations.domain.workspace.reading import changes
from communes.deliberations.domain.workspace.reading import Seen
from communes.deliberations.storage import workspace as storage
from communes.deliberations.storage.agenda import agenda_of
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.item import html_of
from communes.deliberations.storage.journal import note_confidential_read
from communes.deliberations.storage.meeting import title_of
from communes.deliberations.storage.publication import zoned
from communes.deliberations.storage.version import texts_now
from dataclasses import dataclass
from io import BytesIO
from plone import api
import zipfile


LABELS = {
    "title": "Objet",
    "summary": "Note de synthèse",
    "motivation": "Motivation",
    "decision": "Décision",
}
MERGED = "annexes.pdf"


@dataclass(frozen=True)
class WorkLine:
    """One line of the workspace; ``line`` is None for an item that left."""

    change: Change
    line: AgendaLine | None
    noted: bool


@dataclass(frozen=True)
class Workspace:
    """The agenda as its reader finds it again; ``read_on`` is ISO, or empty."""

    lines: tuple[WorkLine, ...]
    read_on: str


def is_member(meeting: IMeeting) -> bool:
    """Return whether the user holds a mandate in this assembly today and sees it.

    A mandate that ended opens nothing any more, even of the meetings it was held
    in: the right to read belongs to the office. Source: CDLD, art. L1122-10.
    """
    body, user = assembly_of(meeting).getId(), current_user()
    held = mandates_in_office(api.portal.get(), body, now().date())
    mine = any(one.person.user == user for one in held if one.person.user)
    return mine and may("View", meeting)


def workspace(meeting: IMeeting) -> Workspace:
    """Return the agenda with what happened since the user read it; wakes no item.

    :raises MayNot: the user holds no mandate in the assembly today.
    """
    _require(meeting)
    lines = {line.uid: line for line in agenda(meeting).lines}
    read, on = storage.read_marks(meeting)
    noted = storage.noted_items(meeting)
    found = changes(read, _seen(meeting, lines).values())
    return Workspace(
        tuple(WorkLine(one, lines.get(one.uid), one.uid in noted) for one in found), on
    )


def mark_read(meeting: IMeeting) -> None:
    """Note that the user has read the agenda and all he may see, as it is now.

    :raises MayNot: the user holds no mandate in the assembly today.
    """
    _require(meeting)
    lines = {line.uid: line for line in agenda(meeting).lines}
    items = {
        row.uid: row.item() for row in agenda_of(meeting).rows if lines[row.uid].visible
    }
    moment = zoned(now()).isoformat()
    storage.keep_read(meeting, _seen(meeting, lines), items, moment)


def changed_texts(meeting: IMeeting, uid: str) -> tuple[tuple[str, str], ...]:
    """Return (label, markup with ``ins`` and ``del``) of the texts that changed.

    Empty when nothing did, or when the item was never read.

    :raises MayNot: the user is no member, or may not read the item.
    """
    item = _item(meeting, uid)
    before = storage.texts_read(meeting, uid)
    if before is None:
        return ()
    after, found = texts_now(item), []
    for name, title in LABELS.items():
        compared = difference(before.get(name, ""), after[name])
        if any(line.changed for line in compared):
            found.append((title, as_html(compared)))
    return tuple(found)


def note(meeting: IMeeting, uid: str) -> tuple[str, int]:
    """Return the user's own note on an item and its revision; nobody else's.

    :raises MayNot: the user is no member, or may not read the item.
    """
    _item(meeting, uid)
    return storage.note_of(meeting, uid)


def write_note(
    meeting: IMeeting, uid: str, text: str, revision: int | None = None
) -> int:
    """Keep the user's own note on an item; empty takes it away.

    :raises MayNot: the user is no member, or may not read the item.
    :raises StaleRevision: the same person wrote it on another device meanwhile.
    """
    _item(meeting, uid)
    return storage.keep_note(meeting, uid, text.strip(), revision)


def bundle(meeting: IMeeting) -> tuple[str, bytes]:
    """Return (file name, ZIP) of all the user may read, to be read without a network.

    ``index.html`` has agenda, notes, drafts and links to the annexes, which lie beside
    it; ``annexes.pdf`` is all the PDF in one. Private notes stay in the house.

    :raises MayNot: the user holds no mandate in the assembly today.
    """
    _require(meeting)
    lines = {line.uid: line for line in agenda(meeting).lines}
    if any(one.visible and one.privacy == Privacy.CLOSED for one in lines.values()):
        note_confidential_read("bundle", meeting)
    files: list[Named] = []
    items = [
        _bundled(row.item(), lines[row.uid], files)
        if lines[row.uid].visible
        else BundleItem(lines[row.uid].number, lines[row.uid].title)
        for row in agenda_of(meeting).rows
    ]
    merged = joined_pdf(files)
    page = index_page(title_of(meeting), items, MERGED if merged else "")
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "index.html", page.encode())
        for file in files:
            _add(archive, file.name, file.data)
        if merged:
            _add(archive, MERGED, merged)
    return f"seance-{meeting.date:%Y-%m-%d}.zip", made.getvalue()


def _bundled(item: object, line: AgendaLine, files: list[Named]) -> BundleItem:
    named = []
    for brain in annexes_of(item):
        annex = brain.getObject()
        if annex.file is None:
            continue
        own = safe_name(annex.file.filename or annex.getId())
        path = f"annexes/{len(files) + 1:03}-{own}"
        files.append(Named(path, annex.file.contentType, annex.file.data))
        named.append((annex.title, path))
    parts = [
        (LABELS[name], html_of(getattr(item, name)))
        for name in ("summary", "motivation", "decision")
    ]
    return BundleItem(line.number, line.title, tuple(parts), tuple(named))


def _seen(meeting: IMeeting, lines: dict[str, AgendaLine]) -> dict[str, Seen]:
    """Return the agenda as its reader sees it, without waking an item."""
    return {
        row.uid: Seen(
            row.uid,
            row.number_shown,
            lines[row.uid].title,
            str(row.brain.modified.micros()) if lines[row.uid].visible else "",
        )
        for row in agenda_of(meeting).rows
    }


def _item(meeting: IMeeting, uid: str) -> object:
    _require(meeting)
    row = next((one for one in agenda_of(meeting).rows if one.uid == uid), None)
    item = None if row is None else row.item()
    if item is None or not may("View", item):
        raise MayNot(what="ce point")
    return item


def _require(meeting: IMeeting) -> None:
    if not is_member(meeting):
        raise MayNot(what=title_of(meeting) if may("View", meeting) else "cet élément")


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, NO_MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)
