"""What a file is, by what stands in it; what it calls itself may be wrong."""

from collections.abc import Collection
from enum import StrEnum


class Kind(StrEnum):
    """A kind of file whose text can be read."""

    PDF = "pdf"
    OPENDOCUMENT = "opendocument"
    WORD = "word"
    SHEET = "sheet"
    SLIDES = "slides"
    RTF = "rtf"
    TEXT = "text"


HEAD_BYTES = 4096
ZIP = b"PK\x03\x04"
# What an older office suite writes, and what a newer one wraps a password in.
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BY_PART = {
    "word/document.xml": Kind.WORD,
    "xl/workbook.xml": Kind.SHEET,
    "ppt/presentation.xml": Kind.SLIDES,
}


def kind_of(head: bytes) -> Kind | None:
    """Return the kind of a file that is no archive, by its first bytes."""
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        return Kind.RTF
    return Kind.TEXT if _is_text(head) else None


def kind_of_archive(names: Collection[str]) -> Kind | None:
    """Return the kind of an archive by the names of its parts."""
    for part, kind in _BY_PART.items():
        if part in names:
            return kind
    return Kind.OPENDOCUMENT if "content.xml" in names else None


def _is_text(head: bytes) -> bool:
    # Signs no text holds; a picture or a program has them in its first bytes.
    return bool(head) and not any(
        byte < 32 and byte not in (9, 10, 12, 13) for byte in head
    )
