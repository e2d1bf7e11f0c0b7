"""The pictures and files a page holds for its sections."""

from collections.abc import Sequence
from communes.web.content.attachment import IAttachment
from communes.web.content.picture import IPicture
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class File:
    """A file to download: ``kind`` is PDF, ODT…, ``size`` in bytes."""

    uid: str
    id: str
    title: str
    url: str
    kind: str
    size: int


def picture_in(holder: Any, name: str) -> IPicture | None:
    """Return a picture of a content by its id; None when it has no such one."""
    found = holder._getOb(name, None) if name and "/" not in name else None
    if found is None or not IPicture.providedBy(found) or found.image is None:
        return None
    return found


def files_in(holder: Any, names: Sequence[str] = ()) -> list[File]:
    """Return the files of a content, those named in that order; none named: all."""
    every = {one.getId(): one for one in holder.objectValues()}
    wanted = names or tuple(every)
    return [
        file_of(every[name])
        for name in wanted
        if name in every and IAttachment.providedBy(every[name]) and every[name].file
    ]


def file_of(obj: IAttachment) -> File:
    """Return what a page says of a file."""
    name = obj.file.filename or obj.getId()
    kind = name.rpartition(".")[2].upper()[:5] if "." in name else ""
    return File(
        obj.UID(),
        obj.getId(),
        obj.title or name,
        obj.absolute_url(),
        kind,
        obj.file.getSize(),
    )
