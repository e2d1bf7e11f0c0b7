"""The scanned papers of an assembly: each with its file, until somebody is done."""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.scanning.scan import Scan
from communes.deliberations.domain.scanning.scan import ScanState
from communes.deliberations.domain.scanning.scan import UnknownScan
from communes.deliberations.storage.plain import from_plain
from communes.deliberations.storage.plain import to_plain
from dataclasses import replace
from persistent import Persistent
from plone.namedfile.file import NamedBlobFile


SCANS = "scanned_papers"


class KeptScan(Persistent):
    """What is known of a paper, and its file while it lies nowhere else."""

    def __init__(self, data: dict[str, object], file: NamedBlobFile) -> None:
        self.data = data
        self.file: NamedBlobFile | None = file


def scans_of(assembly: IAssembly) -> list[Scan]:
    """Return the papers of an assembly, the latest first."""
    kept = getattr(aq_base(assembly), SCANS, None) or {}
    found = [_read(one) for one in kept.values()]
    return sorted(found, key=lambda one: (one.at, one.name, one.id), reverse=True)


def scan_of(assembly: IAssembly, id: str) -> Scan:
    """Return one paper.

    :raises UnknownScan: there is none of that id.
    """
    return _read(_kept(assembly, id))


def add_scan(assembly: IAssembly, scan: Scan, data: bytes) -> None:
    """Keep a paper with its file."""
    if getattr(aq_base(assembly), SCANS, None) is None:
        setattr(assembly, SCANS, OOBTree())
    file = NamedBlobFile(data, "application/pdf", scan.name)
    getattr(assembly, SCANS)[scan.id] = KeptScan(to_plain(scan), file)


def save_scan(assembly: IAssembly, scan: Scan) -> None:
    """Keep what became of a paper; a placed one needs its file no more."""
    kept = _kept(assembly, scan.id)
    kept.data = to_plain(scan)
    if scan.state is ScanState.PLACED:
        kept.file = None


def file_of(assembly: IAssembly, id: str) -> NamedBlobFile:
    """Return the file of a paper that is not placed.

    :raises UnknownScan: there is none.
    """
    file = _kept(assembly, id).file
    if file is None:
        raise UnknownScan(field="id")
    return file


def drop_scan(assembly: IAssembly, id: str) -> None:
    """Forget a paper; the annex made of it stays."""
    _kept(assembly, id)
    del getattr(assembly, SCANS)[id]


def _read(kept: KeptScan) -> Scan:
    found = from_plain(Scan, kept.data)
    return replace(found, state=ScanState(found.state))


def _kept(assembly: IAssembly, id: str) -> KeptScan:
    kept = getattr(aq_base(assembly), SCANS, None) or {}
    if id not in kept:
        raise UnknownScan(field="id")
    return kept[id]
