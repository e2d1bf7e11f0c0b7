"""Take over a PloneMeeting: told object by object, begun again where it stopped."""

from collections.abc import Callable
from collections.abc import Mapping
from communes.core.access.catalog import object_by_uid
from communes.core.access.catalog import unrestricted
from communes.core.access.permission import require
from communes.core.errors.domain import DomainError
from communes.core.importing.domain import Fate
from communes.core.importing.domain import refused
from communes.core.importing.domain import Report
from communes.core.importing.domain import Row
from communes.core.organisation.api import services
from communes.deliberations.api.item import create_item
from communes.deliberations.api.item import find_by_external_id
from communes.deliberations.api.meeting import create_meeting
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.errors import ImportRefused
from communes.deliberations.domain.plonemeeting.reading import Export
from communes.deliberations.domain.plonemeeting.reading import read_export
from communes.deliberations.domain.plonemeeting.source import Archive
from communes.deliberations.domain.plonemeeting.source import OldAdvice
from communes.deliberations.domain.plonemeeting.source import OldAnnex
from communes.deliberations.domain.plonemeeting.source import OldItem
from communes.deliberations.domain.plonemeeting.source import OldMeeting
from communes.deliberations.importing import plonemeeting as writing
from communes.deliberations.permissions import MANAGE_ASSEMBLY
from communes.deliberations.storage.item import item_by_uid
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.meeting import PORTAL_TYPE as MEETING
from dataclasses import dataclass
from dataclasses import field
from functools import partial
from plone import api
from Products.CMFCore.indexing import getQueue
from Products.CMFCore.indexing import processQueue
import transaction


#: Objects written between two calls of ``kept``.
PORTION = 50


def take_over(
    assembly: IAssembly,
    export: Export,
    files: Mapping[str, bytes],
    *,
    dry_run: bool,
    service: str = "",
    kept: Callable[[int, int], None] = lambda done, total: None,
) -> Report:
    """Write the objects of an export that are good, and say the fate of each one.

    An object that is here already (by its UID, kept as external id) is left as it
    is: after a stop, or once refused ones are mended, the same export is given again.
    Closed meetings arrive closed; nothing of them enters the register of this
    application, since their acts stand in the register that was kept then.

    :param files: UID of an annex -> its content.
    :param service: id of the service that takes what no service here is named for.
    :param kept: called after each portion and at the end, to commit, with how many
        objects are dealt with, of how many.
    :raises MayNot: the user does not manage the assembly.
    """
    require(MANAGE_ASSEMBLY, assembly)
    known = {one.title.casefold(): one.id for one in services(api.portal.get())}
    archive, rows = read_export(export, {**known, "": service})
    taking = _Taking(assembly, files, dry_run, kept, list(rows))
    taking.total = len(rows) + sum(map(len, vars(archive).values()))
    with api.env.adopt_roles(["Manager"]):
        taking.run(archive)
    if not dry_run:
        note_change("import.plonemeeting", assembly, objects=len(taking.rows))
        kept(len(taking.rows), taking.total)
    return Report(tuple(taking.rows), dry_run)


@dataclass
class _Taking:
    """One run: what is written so far, and the fate of each object."""

    assembly: IAssembly
    files: Mapping[str, bytes]
    dry_run: bool
    kept: Callable[[int, int], None]
    rows: list[Row] = field(default_factory=list)
    meetings: dict[str, str] = field(default_factory=dict)
    done: int = 0
    total: int = 0

    def run(self, archive: Archive) -> None:
        """Write meetings, their items, links, advices, then the meetings' states."""
        self.meetings = self._known_meetings()
        olds = {one.uid: one for one in archive.meetings}
        for one in archive.meetings:
            known = one.uid in self.meetings
            self._do(f"séance du {one.date:%d/%m/%Y}", known, self._meeting, one)
        for one in archive.items:
            known = find_by_external_id(self.assembly, one.uid) is not None
            old = olds.get(one.meeting)
            self._do(f"point {one.title}", known, self._item, one, old)
        for one in archive.advices:
            self._do(f"avis {one.uid}", False, self._advice, one)
        if not self.dry_run:
            self._finish(archive)

    def _finish(self, archive: Archive) -> None:
        for one in archive.items:
            if one.predecessor:
                self._link(one)
        for one in archive.meetings:
            if one.uid in self.meetings:
                writing.settle(self._at(one.uid), one.state)

    def _do(
        self, key: str, known: bool, write: Callable[..., bool], *what: object
    ) -> None:
        """Write one object, whole or not at all, and note its fate."""
        number = len(self.rows) + 1
        if known:
            self.rows.append(Row(number, key, Fate.UNCHANGED))
            return
        if self.dry_run:
            self.rows.append(Row(number, key, Fate.CREATED))
            return
        processQueue()
        before = transaction.savepoint()
        try:
            fate = Fate.CREATED if write(*what) else Fate.UNCHANGED
        except DomainError as error:
            getQueue().clear()
            before.rollback()
            reasons = getattr(error, "reasons", ()) or (error.reason,)
            self.rows.append(refused(number, key, *reasons))
            return
        self.rows.append(Row(number, key, fate))
        self.done += 1
        if self.done % PORTION == 0:
            self.kept(len(self.rows), self.total)

    def _meeting(self, old: OldMeeting) -> bool:
        made = writing.write_meeting(self.assembly, old, create_meeting)
        self.meetings[old.uid] = made.UID()
        return True

    def _item(self, old: OldItem, meeting: OldMeeting | None) -> bool:
        place = self._at(meeting.uid) if meeting is not None else None
        read = partial(_file_of, self.files)
        item = writing.write_item(self.assembly, old, place, create_item, read)
        if place is not None and meeting is not None:
            writing.write_votes(place, item, meeting)
        return True

    def _advice(self, old: OldAdvice) -> bool:
        uid = find_by_external_id(self.assembly, old.item)
        item = item_by_uid(uid or "")
        if item is None:
            raise ImportRefused(
                because("pm_no_item", "Son point manque ou est refusé.")
            )
        return writing.write_advice(item, old)

    def _link(self, old: OldItem) -> None:
        item = item_by_uid(find_by_external_id(self.assembly, old.uid) or "")
        before = find_by_external_id(self.assembly, old.predecessor)
        if item is not None and before is not None:
            writing.link(item, before)

    def _at(self, old: str) -> IMeeting:
        uid = self.meetings.get(old, "")
        found = object_by_uid(uid) if uid else None
        if found is None:
            raise ImportRefused(
                because("pm_no_meeting", "Sa séance manque ou est refusée.")
            )
        return found

    def _known_meetings(self) -> dict[str, str]:
        brains = unrestricted(
            portal_type=MEETING, deliberations_assembly=self.assembly.getId()
        )
        known = {one.deliberations_external_id: one.UID for one in brains}
        known.pop("", None)
        return known


def _file_of(files: Mapping[str, bytes], annex: OldAnnex) -> bytes:
    found = files.get(annex.uid)
    if found is None:
        raise ImportRefused(
            because(
                "pm_no_file",
                "Le fichier de l'annexe « ${title} » manque (annexes/${uid}) : "
                "ajoutez-le.",
                title=annex.title,
                uid=annex.uid,
            )
        )
    return found
