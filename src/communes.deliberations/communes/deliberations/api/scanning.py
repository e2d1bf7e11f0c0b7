"""Bring scanned papers to an assembly; each goes to the item whose code it bears.

A paper without a code, or with one that names nothing here, stays on the list until a
person places it or takes it away: none is lost.
"""

from collections.abc import Sequence
from communes.core.access.catalog import visible
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.annexes.api import add_annex
from communes.core.annexes.api import may_annex
from communes.core.jobs.api import intend
from communes.core.scanning.api import read_codes
from communes.core.scanning.errors import PageUnreadable
from communes.deliberations.api.finding import seen
from communes.deliberations.api.item import find_by_external_id
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.scanning.code import code_of
from communes.deliberations.domain.scanning.code import labels_in
from communes.deliberations.domain.scanning.code import uid_in
from communes.deliberations.domain.scanning.scan import check_scan
from communes.deliberations.domain.scanning.scan import MOST_FILES
from communes.deliberations.domain.scanning.scan import NoCause
from communes.deliberations.domain.scanning.scan import Scan
from communes.deliberations.domain.scanning.scan import ScanRefused
from communes.deliberations.domain.scanning.scan import ScanState
from communes.deliberations.domain.scanning.scan import UnknownItem
from communes.deliberations.domain.scanning.scan import UnknownScan
from communes.deliberations.permissions import ADD_ITEM
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage import scan as storage
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.item import PORTAL_TYPE
from communes.deliberations.storage.journal import note_change
from dataclasses import replace
from pathlib import PurePosixPath
from plone import api
from plone.namedfile.file import NamedBlobFile
from uuid import uuid4


#: The intent that reads one paper; its key is the paper's id.
KIND = "deliberations.scan"
#: Items offered to who places a paper by hand: those somebody works on.
OFFERED = 100


def bring_scans(assembly: IAssembly, files: Sequence[tuple[str, bytes]]) -> list[Scan]:
    """Keep scanned papers and have their codes read; all of them or none.

    :param files: (name, bytes) of PDF files, one paper each.
    :raises MayNot: the user makes no items here.
    :raises ScanRefused: there is none, there are too many, or one is no PDF.
    """
    require(ADD_ITEM, assembly)
    if not files or len(files) > MOST_FILES:
        problem = f"choisissez de 1 à {MOST_FILES} fichiers PDF"
        raise ScanRefused(field="files", name="Le lot", problem=problem)
    for name, data in files:
        check_scan(name, data)
    made = []
    for name, data in files:
        last = PurePosixPath(name.replace("\\", "/")).name
        scan = Scan(uuid4().hex, last[:200] or "scan.pdf", current_user(), now())
        storage.add_scan(assembly, scan, data)
        intend(KIND, scan.id, {"assembly": assembly.UID(), "scan": scan.id})
        made.append(scan)
    note_change("scans.brought", assembly, scans=len(made))
    return made


def scans(assembly: IAssembly) -> list[Scan]:
    """Return the papers the user brought, the latest first; all to the secretariat.

    :raises MayNot: the user makes no items here.
    """
    require(ADD_ITEM, assembly)
    found = storage.scans_of(assembly)
    if may(MANAGE_MEETING, assembly):
        return found
    return [one for one in found if one.by == current_user()]


def scan_file(assembly: IAssembly, id: str) -> tuple[str, bytes]:
    """Return (name, bytes) of a paper that is not placed.

    :raises MayNot, UnknownScan: it is not theirs, or not there.
    """
    scan = _own(assembly, id)
    return scan.name, storage.file_of(assembly, id).data


def place_scan(assembly: IAssembly, id: str, uid: str) -> Scan:
    """Join a paper to an item, as the current user.

    :param uid: of the item.
    :raises MayNot, UnknownScan: the paper is not theirs, not there, or placed already.
    :raises UnknownItem: the user sees no such item in the assembly.
    :raises MayNotAnnex: the user may not join files to it.
    """
    scan = _own(assembly, id)
    if scan.state is ScanState.PLACED:
        raise UnknownScan(field="id")
    item = seen(uid) if uid else None
    if not IMeetingItem.providedBy(item) or assembly_of(item) != assembly:
        raise UnknownItem(field="item", name=uid)
    return _placed(assembly, scan, item)


def discard_scan(assembly: IAssembly, id: str) -> None:
    """Take a paper off the list; what was joined to an item stays there.

    :raises MayNot, UnknownScan: it is not theirs, or not there.
    """
    scan = _own(assembly, id)
    storage.drop_scan(assembly, id)
    if scan.state is not ScanState.PLACED:
        note_change("scan.discarded", assembly, name=scan.name)


def item_code(item: IMeetingItem) -> str:
    """Return what the code of an item says on paper.

    :raises MayNot: the user may not see the item.
    """
    require("View", item)
    return code_of(item.UID())


def items_offered(assembly: IAssembly) -> list[tuple[str, str]]:
    """Return (UID, title) of the items last worked on that the user may see."""
    found = visible(
        portal_type=PORTAL_TYPE,
        path="/".join(assembly.getPhysicalPath()),
        sort_on="modified",
        sort_order="descending",
        sort_limit=OFFERED,
    )
    return [(one.UID, one.Title) for one in found[:OFFERED]]


def read_scan(assembly: IAssembly, id: str) -> Scan | None:
    """Read the code of a paper and place it, as who brought it; the worker's part.

    :return: what became of it; None when it was placed or taken away meanwhile.
    """
    try:
        scan = storage.scan_of(assembly, id)
    except UnknownScan:
        return None
    if scan.state is not ScanState.WAITING:
        return None
    try:
        texts = read_codes(storage.file_of(assembly, id).data)
    except PageUnreadable:
        return _left(assembly, scan, NoCause.UNREADABLE)
    uid = uid_in(texts) or _labelled(assembly, texts)
    if not uid:
        cause = NoCause.UNKNOWN if labels_in(texts) else NoCause.NO_CODE
        return _left(assembly, scan, cause)
    user = api.user.get(userid=scan.by)
    if user is None:
        return _left(assembly, scan, NoCause.NOT_HERE)
    with api.env.adopt_user(user=user):
        item = seen(uid)
        if not IMeetingItem.providedBy(item) or assembly_of(item) != assembly:
            # What does not exist and what is hidden are told alike.
            return _left(assembly, scan, NoCause.UNKNOWN)
        if not may_annex(item):
            return _left(assembly, scan, NoCause.NOT_HERE)
        return _placed(assembly, scan, item)


def _labelled(assembly: IAssembly, texts: Sequence[str]) -> str:
    """Return the UID of the item that has one of the codes as external identifier."""
    found = (find_by_external_id(assembly, one) for one in labels_in(texts))
    return next((uid for uid in found if uid), "")


def _placed(assembly: IAssembly, scan: Scan, item: IMeetingItem) -> Scan:
    kept = storage.file_of(assembly, scan.id)
    file = NamedBlobFile(kept.data, "application/pdf", scan.name)
    title = PurePosixPath(scan.name).stem or scan.name
    add_annex(item, {"title": title, "file": file})
    made = replace(scan, state=ScanState.PLACED, item=item.UID(), cause="")
    storage.save_scan(assembly, made)
    note_change("scan.placed", item, name=scan.name)
    return made


def _left(assembly: IAssembly, scan: Scan, cause: NoCause) -> Scan:
    made = replace(scan, state=ScanState.LEFT, cause=cause.value)
    storage.save_scan(assembly, made)
    return made


def _own(assembly: IAssembly, id: str) -> Scan:
    require(ADD_ITEM, assembly)
    scan = storage.scan_of(assembly, id)
    if scan.by != current_user():
        require(MANAGE_MEETING, assembly)
    return scan
