"""Texts, sheets and slides of the two families of office suites."""

from collections.abc import Iterator
from communes.search.extraction.domain.kind import Kind
from communes.search.extraction.domain.kind import kind_of_archive
from communes.search.extraction.reading.archive import Archive
from communes.search.extraction.reading.refusal import Refusal
from communes.search.extraction.reading.xml_text import Rules
from communes.search.extraction.reading.xml_text import text_of
import re
from typing import BinaryIO


# What was struck out with "track changes" on is not what the document says.
_OPENDOCUMENT = Rules(
    ends=frozenset({"p", "h", "table-row"}),
    gaps=frozenset({"s", "tab", "line-break", "table-cell"}),
    skipped=frozenset({"tracked-changes", "annotation", "binary-data", "script"}),
)
_OPENXML = Rules(
    text=frozenset({"t"}),
    ends=frozenset({"p", "si", "row"}),
    gaps=frozenset({"tab", "br", "cr", "c"}),
    skipped=frozenset({"del", "moveFrom", "rPh", "instrText"}),
)
_PARTS = {
    Kind.WORD: r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml",
    Kind.SHEET: r"xl/(?:sharedStrings|worksheets/[^/]+)\.xml",
    Kind.SLIDES: r"ppt/(?:slides|notesSlides)/[^/]+\.xml",
}


def read_office(file: BinaryIO, budget: int) -> Iterator[str]:
    """Yield the text of an OpenDocument or Office Open XML file.

    :raises Refusal: it is neither, or can not be read.
    """
    archive = Archive(file, budget)
    kind = kind_of_archive(archive.names)
    if kind is None:
        raise Refusal("unknown", "ZIP")
    if kind is Kind.OPENDOCUMENT:
        _refuse_encrypted(archive)
        yield from text_of(archive.pieces("content.xml"), _OPENDOCUMENT)
        return
    wanted = re.compile(_PARTS[kind])
    # The body first: what is cut off at the end is then the least.
    for name in sorted(filter(wanted.fullmatch, archive.names), key=_place):
        yield from text_of(archive.pieces(name), _OPENXML)
        yield "\n"


def _refuse_encrypted(archive: Archive) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names:
        text = b"".join(archive.pieces(manifest))
        if b"encryption-data" in text:
            raise Refusal("encrypted")


def _place(name: str) -> tuple[bool, int, str]:
    number = re.search(r"(\d+)\.xml$", name)
    return (name != "word/document.xml", int(number[1]) if number else 0, name)
