"""The text of a PDF, page by page."""

from collections.abc import Iterator
from communes.search.extraction.reading.refusal import Refusal
from pypdf import PasswordType
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from typing import BinaryIO


# What a reader of damaged files raises beside its own errors.
_DAMAGE = (
    AttributeError, AssertionError, EOFError, IndexError, KeyError, OverflowError,
    RecursionError, TypeError, ValueError, ZeroDivisionError, NotImplementedError,
)  # fmt: skip


def read_pdf(file: BinaryIO, _budget: int) -> Iterator[str]:
    """Yield the text of each page; a page that can not be read is left out.

    :raises Refusal: no page at all can be read, or a password is needed.
    """
    try:
        reader = PdfReader(file)
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise Refusal("encrypted")
        pages = len(reader.pages)
    except (PyPdfError, *_DAMAGE) as error:
        raise Refusal("broken", type(error).__name__) from error
    damaged = 0
    for number in range(pages):
        try:
            yield f"{reader.pages[number].extract_text()}\n"
        except (PyPdfError, *_DAMAGE):
            damaged += 1
    if damaged and damaged == pages:
        raise Refusal("broken", f"{pages} pages")
