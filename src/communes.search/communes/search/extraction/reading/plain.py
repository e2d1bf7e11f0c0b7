"""A file that is text already."""

from collections.abc import Iterator
from communes.search.extraction.reading.refusal import Refusal
from typing import BinaryIO


def read_plain(file: BinaryIO, _budget: int) -> Iterator[str]:
    """Yield the text, read as UTF-8 or else as Windows-1252.

    :raises Refusal: it has signs that no text has.
    """
    data = file.read()
    if b"\x00" in data:
        raise Refusal("unknown", "binary")
    try:
        yield data.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield data.decode("cp1252", "replace")
