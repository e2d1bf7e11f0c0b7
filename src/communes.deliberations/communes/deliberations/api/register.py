"""The registers of an assembly: read, found, given out, verified."""

from communes.core.access.catalog import visible
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.hardening.giving import MadeFile
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.register.entry import MarginNote
from communes.deliberations.domain.register.entry import RegisterEntry
from communes.deliberations.domain.register.entry import RegisterKind
from communes.deliberations.domain.register.verify import Fault
from communes.deliberations.domain.register.verify import FileFacts
from communes.deliberations.domain.register.verify import verify
from communes.deliberations.exceptions import UnknownEntry
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.permissions import VIEW_CLOSED_ITEMS
from communes.deliberations.storage import register as storage
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.journal import note_confidential_read
from communes.deliberations.storage.minutes import minutes_by_uid
from communes.deliberations.storage.minutes import minutes_uids
from dataclasses import dataclass
from dataclasses import replace
import hashlib
from io import BytesIO
from itertools import islice


#: What is told of an act to whoever may not read it.
RESERVED = "Acte réservé"


@dataclass(frozen=True)
class RegisterRow:
    """An entry as one person may see it; not ``readable``: its number and day only."""

    entry: RegisterEntry
    readable: bool


@dataclass(frozen=True)
class RegisterPage:
    """One page of a register, latest entry first."""

    rows: tuple[RegisterRow, ...]
    total: int
    page: int
    pages: int
    years: tuple[int, ...]


@dataclass(frozen=True)
class Verification:
    """What verifying a register found."""

    kind: str
    entries: int
    notes: int
    last_seal: str
    faults: tuple[Fault, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def register_page(
    assembly: IAssembly,
    kind: str = "deliberations",
    *,
    year: int | None = None,
    number: int | None = None,
    page: int = 1,
    size: int = 25,
) -> RegisterPage:
    """Return one page of a register, narrowed to a year or a number.

    An act the person may not read stands there with its number and its day only: a
    register has no holes, for nobody.

    :raises MayNot: the user may not see the assembly.
    :raises UnknownEntry: there is no such register.
    """
    require("View", assembly)
    which = _kind(kind).value
    if year is None and number is None:
        # Positions are counted, so that a page far back wakes nothing before it.
        total = storage.length(assembly, which)
        first = total - (page - 1) * size
        places = range(first, max(first - size, 0), -1)
        found = [storage.entry_at(assembly, which, one) for one in places]
        shown = [one for one in found if one is not None]
    else:
        kept = [
            one
            for one in storage.entries(assembly, which, latest_first=True)
            if year in (None, one.year) and number in (None, one.number)
        ]
        total = len(kept)
        shown = list(islice(kept, (page - 1) * size, page * size))
    return RegisterPage(
        rows=_as_seen(assembly, which, shown),
        total=total,
        page=page,
        pages=max(1, -(-total // size)),
        years=tuple(storage.years(assembly, which)),
    )


def entry(assembly: IAssembly, kind: str, position: int) -> RegisterRow:
    """Return one entry as this person may see it.

    :raises MayNot: the user may not see the assembly.
    :raises UnknownEntry: the register has no such entry.
    """
    require("View", assembly)
    which = _kind(kind).value
    found = storage.entry_at(assembly, which, position)
    if found is None:
        raise UnknownEntry(name=position)
    return _as_seen(assembly, which, [found])[0]


def notes_of(assembly: IAssembly, kind: str, position: int) -> list[MarginNote]:
    """Return the notes in the margin of an entry; none for who may not read it."""
    if not entry(assembly, kind, position).readable:
        return []
    found = storage.notes(assembly, _kind(kind).value)
    return [one for one in found if one.entry == position]


def entry_of(item: IMeetingItem) -> RegisterEntry | None:
    """Return the last entry of the deliberation of an item, None before it has one.

    :raises MayNot: the user may not see the item.
    """
    require("View", item)
    which = RegisterKind.DELIBERATIONS.value
    return storage.latest_of(assembly_of(item), which, item.UID())


def register_file(
    assembly: IAssembly, kind: str, position: int, sha256: str = ""
) -> MadeFile:
    """Return the PDF/A of an entry, or another of its files by its hash.

    :param sha256: of the file as signed, or that a note brings; by default the act.
    :raises UnknownEntry: there is no such entry or file, or it may not be known.
    """
    row = entry(assembly, kind, position)
    one = row.entry
    if not row.readable or not _reads_file(assembly, one):
        raise UnknownEntry(name=position)
    known = {one.sha256, one.signed_sha256}
    known |= {note.sha256 for note in notes_of(assembly, kind, position)}
    wanted = sha256 or one.sha256
    data = None
    if wanted in known - {""}:
        data = storage.file_of(assembly, one.kind, wanted)
    if data is None:
        raise UnknownEntry(name=position)
    if one.closed:
        note_confidential_read("register", assembly)
    name = f"registre-{assembly.getId()}-{one.kind}-{one.year}-{one.number}.pdf"
    return MadeFile(name, "application/pdf", data)


def verify_register(assembly: IAssembly, kind: str) -> Verification:
    """Verify chain, numbers and files of a register; this reads every file.

    :raises MayNot: the user does not keep the meetings of the assembly.
    :raises UnknownEntry: there is no such register.
    """
    require(MANAGE_MEETING, assembly)
    which = _kind(kind).value
    found = list(storage.entries(assembly, which))
    notes = list(storage.notes(assembly, which))

    def look(digest: str) -> FileFacts | None:
        data = storage.file_of(assembly, which, digest)
        if data is None:
            return None
        return FileFacts(hashlib.sha256(data).hexdigest(), is_archive(data))

    faults = verify(found, notes, look, storage.length(assembly, which))
    seal = found[-1].seal if found else ""
    return Verification(which, len(found), len(notes), seal, faults)


def is_archive(data: bytes) -> bool:
    """Tell whether bytes are a PDF that can be read and says it is a PDF/A."""
    # Loaded here: only a verification reads PDF.
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        metadata = reader.trailer["/Root"].get("/Metadata")
        told = metadata.get_object().get_data() if metadata is not None else b""
        return bool(reader.pages) and b"pdfaid:part" in told
    except (PyPdfError, KeyError, ValueError, AttributeError):
        return False


def _kind(name: str) -> RegisterKind:
    try:
        return RegisterKind(name)
    except ValueError:
        raise UnknownEntry(name=name) from None


def _as_seen(
    assembly: IAssembly, kind: str, found: list[RegisterEntry]
) -> tuple[RegisterRow, ...]:
    """Return entries with what the person may not read left out, in one question."""
    keeps = may(MANAGE_MEETING, assembly)
    uids = [one.item for one in found if one.item]
    if kind == RegisterKind.MINUTES:
        uids = _minutes_uids(found)
    seen = {brain.UID for brain in visible(UID=uids)} if uids and not keeps else set()
    rows = []
    for place, one in enumerate(found):
        uid = one.item or (uids[place] if place < len(uids) else "")
        readable = keeps or uid in seen
        shown = one if readable else replace(one, title=RESERVED, reference="", item="")
        rows.append(RegisterRow(shown, readable))
    return tuple(rows)


def _reads_file(assembly: IAssembly, one: RegisterEntry) -> bool:
    """Return whether the person reads the closed part that minutes hold."""
    if one.kind != RegisterKind.MINUTES or may(MANAGE_MEETING, assembly):
        return True
    found = minutes_by_uid(minutes_uids([one.meeting]).get(one.meeting, ""))
    return found is not None and may(VIEW_CLOSED_ITEMS, found)


def _minutes_uids(found: list[RegisterEntry]) -> list[str]:
    """Return the UID of the minutes of each entry, in its place; empty when gone."""
    known = minutes_uids([one.meeting for one in found])
    return [known.get(one.meeting, "") for one in found]
