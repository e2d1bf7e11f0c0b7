"""Several files as one: an archive of all, or the PDF one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
import re
import zipfile


#: The moment written in an archive: the same files always give the same bytes.
NO_MOMENT = (1980, 1, 1, 0, 0, 0)
_UNSAFE = re.compile(r"[^\w .()-]", re.UNICODE)


@dataclass(frozen=True)
class Named:
    """A file with its name and its declared type."""

    name: str
    content_type: str
    data: bytes


def zipped(files: Sequence[Named]) -> bytes:
    """Return an archive of the files, numbered in their order; empty without any.

    No name in it leads out of the folder it is unpacked in.
    """
    if not files:
        return b""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, file in enumerate(files, start=1):
            entry = zipfile.ZipInfo(f"{number:02}-{safe_name(file.name)}", NO_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.data)
    return made.getvalue()


def joined_pdf(files: Sequence[Named]) -> bytes:
    """Return the PDF among the files as one, in their order; empty without any.

    What a file could run when it is opened is left out; one that can not be read is
    passed over.
    """
    # Loaded here: only a download reads PDF.
    from pypdf import PdfReader
    from pypdf import PdfWriter
    from pypdf.errors import PyPdfError

    writer = PdfWriter()
    for file in files:
        if file.content_type != "application/pdf":
            continue
        try:
            for page in PdfReader(BytesIO(file.data)).pages:
                writer.add_page(page)
        except (PyPdfError, ValueError, KeyError):
            continue
    if not writer.pages:
        return b""
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def safe_name(name: str) -> str:
    """Return the last part of a file name, without signs a folder would mind."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return _UNSAFE.sub("_", last).strip(" .") or "annexe"
