"""Parts of a ZIP archive, given out in pieces, and never more than was agreed."""

from collections.abc import Iterator
from communes.search.extraction.reading.refusal import Refusal
from typing import BinaryIO
import zipfile
import zlib


CHUNK = 1 << 16
MAX_PARTS = 20_000
_ENCRYPTED = 0x1


class Archive:
    """An archive whose parts together may unfold to ``budget`` bytes.

    What is unfolded is counted as it comes: what the archive says of itself is not
    believed.

    :raises Refusal: it is broken, or has more parts than any document.
    """

    def __init__(self, file: BinaryIO, budget: int) -> None:
        self._left = budget
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Refusal("broken", str(error)) from error
        if len(self._zip.namelist()) > MAX_PARTS:
            raise Refusal("bomb", "parts")

    @property
    def names(self) -> list[str]:
        """The names of the parts."""
        return self._zip.namelist()

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield one part in pieces.

        :raises Refusal: the budget is spent, the part is broken or needs a password.
        """
        if self._zip.getinfo(name).flag_bits & _ENCRYPTED:
            raise Refusal("encrypted")
        try:
            with self._zip.open(name) as part:
                while piece := part.read(CHUNK):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise Refusal("bomb", name[:80])
                    yield piece
        except (zipfile.BadZipFile, EOFError, zlib.error, NotImplementedError) as error:
            raise Refusal("broken", str(error)) from error
