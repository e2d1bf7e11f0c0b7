"""What the cell does: read standard input as a file, write its text, say how it ended.

Started by ``communes.search.extraction.runner`` as a process of its own. The ending
is one line of JSON on the error stream: an ``Ending`` and a detail.
"""

from communes.search.extraction.domain.kind import COMPOUND
from communes.search.extraction.domain.kind import HEAD_BYTES
from communes.search.extraction.domain.kind import Kind
from communes.search.extraction.domain.kind import kind_of
from communes.search.extraction.domain.kind import ZIP
from communes.search.extraction.reading.office import read_office
from communes.search.extraction.reading.pdf import read_pdf
from communes.search.extraction.reading.plain import read_plain
from communes.search.extraction.reading.refusal import Refusal
from communes.search.extraction.reading.rtf import read_rtf
from communes.search.extraction.reading.walls import raise_walls
import io
import json
import logging
import sys
from typing import BinaryIO


FLUSH_CHARACTERS = 1000
READERS = {Kind.PDF: read_pdf, Kind.RTF: read_rtf, Kind.TEXT: read_plain}


def main(seconds: int, memory_bytes: int, unpacked_bytes: int, characters: int) -> None:
    """Read one file between the walls; ends with status 0 whatever was found."""
    logging.disable()
    assert isinstance(sys.stdout, io.TextIOWrapper)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    for name in ("cp1252", "utf_16", "utf_16_be", "utf_16_le", "mac_roman", "latin_1"):
        # Found now: beyond the walls, memory may be short.
        "".encode(name)
    raise_walls(seconds, memory_bytes)
    try:
        file = io.BytesIO(sys.stdin.buffer.read())
        _write(file, unpacked_bytes, characters)
        ending, detail = "read", ""
    except Refusal as refusal:
        ending, detail = refusal.ending, refusal.detail
    except (MemoryError, RecursionError) as error:
        ending, detail = "too_long", type(error).__name__
    except PermissionError as error:
        ending, detail = "forbidden", str(error)
    # A reader of damaged files may fail in any way; the name of it is kept.
    except Exception as error:
        ending, detail = "broken", type(error).__name__
    sys.stdout.flush()
    print(json.dumps([ending, detail]), file=sys.stderr)


def _write(file: BinaryIO, budget: int, characters: int) -> None:
    head = file.read(HEAD_BYTES)
    file.seek(0)
    if head.startswith(ZIP):
        reader = read_office
    elif head.startswith(COMPOUND):
        # A password of a newer suite, or the format of a suite of before 2007.
        raise Refusal("encrypted" if _wraps_password(file) else "unknown", "OLE")
    else:
        kind = kind_of(head)
        if kind is None:
            raise Refusal("empty" if not head else "unknown")
        reader = READERS[kind]
    written = sent = 0
    for text in reader(file, budget):
        sys.stdout.write(text)
        written += len(text)
        # What is sent stays, whatever happens to this process.
        if written - sent > FLUSH_CHARACTERS:
            sys.stdout.flush()
            sent = written
        # One sign too many says that there was more.
        if written > characters:
            break


def _wraps_password(file: BinaryIO) -> bool:
    return "EncryptedPackage".encode("utf-16-le") in file.read()
