"""The takings over of an assembly: the export as it was brought, and how far it is."""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.plonemeeting.takeover import Takeover
from communes.deliberations.domain.plonemeeting.takeover import TakeoverState
from communes.deliberations.domain.plonemeeting.takeover import UnknownTakeover
from communes.deliberations.storage.plain import from_plain
from communes.deliberations.storage.plain import to_plain
from dataclasses import replace
from pathlib import Path
from persistent import Persistent
from plone.namedfile.file import NamedBlobFile
from shutil import copyfileobj
from typing import IO


TAKEOVERS = "plonemeeting_takeovers"


class KeptTakeover(Persistent):
    """How far it is, and its zip once there is one."""

    def __init__(self, data: dict[str, object]) -> None:
        self.data = data
        self.file: NamedBlobFile | None = None


def takeovers_of(assembly: IAssembly) -> list[Takeover]:
    """Return the takings over of an assembly, the latest first."""
    kept = getattr(aq_base(assembly), TAKEOVERS, None) or {}
    found = [_read(one) for one in kept.values()]
    return sorted(found, key=lambda one: (one.asked_on, one.id), reverse=True)


def takeover_of(assembly: IAssembly, id: str) -> Takeover:
    """Return one of them.

    :raises UnknownTakeover: there is none of that id.
    """
    return _read(_kept(assembly, id))


def keep_takeover(assembly: IAssembly, takeover: Takeover) -> None:
    """Keep how far a taking over is."""
    if getattr(aq_base(assembly), TAKEOVERS, None) is None:
        setattr(assembly, TAKEOVERS, OOBTree())
    kept = getattr(assembly, TAKEOVERS)
    if takeover.id in kept:
        kept[takeover.id].data = to_plain(takeover)
    else:
        kept[takeover.id] = KeptTakeover(to_plain(takeover))


def keep_export(assembly: IAssembly, id: str, file: IO[bytes]) -> None:
    """Keep the zip of a taking over, read from its beginning."""
    made = NamedBlobFile(contentType="application/zip", filename=f"{id}.zip")
    file.seek(0)
    with made.open("w") as out:
        copyfileobj(file, out)
    _kept(assembly, id).file = made


def open_export(assembly: IAssembly, id: str) -> IO[bytes] | None:
    """Open the zip of a taking over; None while there is none.

    It is a file of its own: the database may commit while it is read.
    """
    kept = _kept(assembly, id).file
    if kept is None:
        return None
    with kept.open() as found:
        return Path(found.name).open("rb")


def drop_takeover(assembly: IAssembly, id: str) -> None:
    """Forget a taking over and its zip; what it wrote stays."""
    _kept(assembly, id)
    del getattr(assembly, TAKEOVERS)[id]


def _read(kept: KeptTakeover) -> Takeover:
    found = from_plain(Takeover, kept.data)
    return replace(found, state=TakeoverState(found.state))


def _kept(assembly: IAssembly, id: str) -> KeptTakeover:
    kept = getattr(aq_base(assembly), TAKEOVERS, None) or {}
    if id not in kept:
        raise UnknownTakeover(field="id", name=id)
    return kept[id]
