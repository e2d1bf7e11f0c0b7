"""The registers of an assembly: entries and notes as plain data, files as blobs.

Whoever appends draws the number in the same transaction: two who do so at once meet a
conflict, one of them begins again, and no number is lost or given twice.
"""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from communes.core.numbering.api import peek
from communes.core.numbering.api import take
from communes.core.signature.storage import blob_of
from communes.core.signature.storage import bytes_of
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.choices import Reset
from communes.deliberations.domain.register.entry import GENESIS
from communes.deliberations.domain.register.entry import MarginNote
from communes.deliberations.domain.register.entry import RegisterEntry
from communes.deliberations.domain.register.entry import sealed
from communes.deliberations.storage.assembly import settings_of
from dataclasses import asdict
from dataclasses import replace
import hashlib
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "communes.deliberations.register"


class Register(Persistent):
    """One register; nothing of it is ever taken out or changed."""

    def __init__(self) -> None:
        self.entries = IOBTree()
        self.notes = IOBTree()
        self.files = OOBTree()
        #: UID of an item or of minutes -> position of its last entry.
        self.latest = OOBTree()
        #: year -> first position of that year.
        self.years = IOBTree()


def append(
    assembly: IAssembly,
    draft: RegisterEntry,
    pdf: bytes,
    signed: bytes | None = None,
) -> RegisterEntry:
    """Enter an act with its files and return the entry, numbered and sealed.

    :param draft: position, number, hashes, ``corrects`` and seals are given here.
    """
    register = _ensure(assembly, draft.kind)
    position = take(assembly, f"register.{draft.kind}")
    number = position
    if settings_of(assembly).register.reset == Reset.YEARLY:
        number = take(assembly, f"register.{draft.kind}.{draft.year}")
    about = draft.item or draft.meeting
    before = register.entries.get(position - 1)
    entry = sealed(
        replace(
            draft,
            position=position,
            number=number,
            sha256=_keep(register, pdf),
            signed_sha256="" if signed is None else _keep(register, signed),
            corrects=register.latest.get(about, 0),
        ),
        GENESIS if before is None else before["seal"],
    )
    register.entries[position] = asdict(entry)
    register.latest[about] = position
    register.years.setdefault(entry.year, position)
    return entry


def note(
    assembly: IAssembly, kind: str, draft: MarginNote, file: bytes | None = None
) -> MarginNote:
    """Write a note in the margin of an entry and return it, sealed."""
    register = _ensure(assembly, kind)
    position = take(assembly, f"register.{kind}.notes")
    before = register.notes.get(position - 1)
    digest = "" if file is None else _keep(register, file)
    written = sealed(
        replace(draft, position=position, sha256=digest),
        GENESIS if before is None else before["seal"],
    )
    register.notes[position] = asdict(written)
    return written


def entry_at(assembly: IAssembly, kind: str, position: int) -> RegisterEntry | None:
    """Return the entry at a place of the chain, or None."""
    register = _get(assembly, kind)
    data = None if register is None else register.entries.get(position)
    return None if data is None else RegisterEntry(**data)


def latest_of(assembly: IAssembly, kind: str, uid: str) -> RegisterEntry | None:
    """Return the last entry of an item, or of the minutes of a meeting."""
    register = _get(assembly, kind)
    position = 0 if register is None else register.latest.get(uid, 0)
    return entry_at(assembly, kind, position) if position else None


def entries(
    assembly: IAssembly, kind: str, *, latest_first: bool = False
) -> Iterator[RegisterEntry]:
    """Yield the entries along the chain, or from its end."""
    register = _get(assembly, kind)
    if register is None:
        return
    keys = register.entries.keys()
    for key in reversed(keys) if latest_first else keys:
        yield RegisterEntry(**register.entries[key])


def length(assembly: IAssembly, kind: str) -> int:
    """Return the last position the counter gave."""
    return peek(assembly, f"register.{kind}") - 1


def years(assembly: IAssembly, kind: str) -> list[int]:
    """Return the years that have entries, latest first."""
    register = _get(assembly, kind)
    return [] if register is None else sorted(register.years, reverse=True)


def notes(assembly: IAssembly, kind: str) -> Iterator[MarginNote]:
    """Yield the notes along their chain."""
    register = _get(assembly, kind)
    if register is not None:
        for data in register.notes.values():
            yield MarginNote(**data)


def file_of(assembly: IAssembly, kind: str, sha256: str) -> bytes | None:
    """Return the file that entered under that hash, None when it is gone."""
    register = _get(assembly, kind)
    blob = None if register is None else register.files.get(sha256)
    return None if blob is None else bytes_of(blob)


def _keep(register: Register, content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()
    if digest not in register.files:
        register.files[digest] = blob_of(content)
    return digest


def _get(assembly: IAssembly, kind: str) -> Register | None:
    return (IAnnotations(assembly).get(KEY) or {}).get(kind)


def _ensure(assembly: IAssembly, kind: str) -> Register:
    annotations = IAnnotations(assembly)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    registers = annotations[KEY]
    if kind not in registers:
        registers[kind] = Register()
    return registers[kind]
