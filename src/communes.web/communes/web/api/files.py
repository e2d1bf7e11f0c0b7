"""The files a page gives to download: put in, named, given out, taken away."""

from communes.core.access.permission import require
from communes.core.hardening.giving import MadeFile
from communes.web.api.contents import create
from communes.web.content.attachment import IAttachment
from communes.web.domain.content_errors import FileRefused
from communes.web.storage.children import File
from communes.web.storage.children import files_in
from plone.namedfile.file import NamedBlobFile
from typing import Any


MOST_BYTES = 50_000_000
#: Nobody downloads these from a commune.
_REFUSED = ("exe", "bat", "cmd", "com", "js", "msi", "scr", "sh", "vbs", "ps1")


def add_file(holder: Any, data: bytes, filename: str, title: str = "") -> IAttachment:
    """Put a file into a page; its title is its name when none is given.

    :raises MayNot: the user may not write the page.
    :raises FileRefused: it is empty, too heavy, or of a kind that is run.
    """
    require("Modify portal content", holder)
    stem, _dot, suffix = filename.rpartition(".")
    if not data or len(data) > MOST_BYTES or suffix.lower() in _REFUSED:
        most = MOST_BYTES // 1_000_000
        raise FileRefused(field="file", name=filename, most=most)
    file = NamedBlobFile(data, filename=filename)
    values = {"title": title or stem or filename, "file": file}
    return create(holder, "Attachment", values, id=stem or filename)


def files(holder: Any) -> list[File]:
    """Return the files of a page.

    :raises MayNot: the user may not see the page.
    """
    require("View", holder)
    return files_in(holder)


def remove_file(file: IAttachment) -> None:
    """Take a file away.

    :raises MayNot: the user may not write the page.
    """
    holder = file.__parent__
    require("Modify portal content", holder)
    holder.manage_delObjects([file.getId()])


def file_data(file: IAttachment) -> MadeFile:
    """Return a file, ready to be given out.

    :raises MayNot: the user may not see it.
    """
    require("View", file)
    name = file.file.filename or file.getId()
    return MadeFile(name, file.file.contentType, bytes(file.file.data))
