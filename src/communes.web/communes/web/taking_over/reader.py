"""How another site is read, whatever gives it: the network, or a double."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.web.domain.taking_over.source import Blob
from communes.web.domain.taking_over.source import Source
from typing import Protocol


class SiteReader(Protocol):
    """Another site, read in the order of its paths, from any place on."""

    def contents(self, start: int = 0) -> Iterator[Source]:
        """Yield its contents; ``start`` is how many were read before a stop.

        :raises SourceSilent: it does not answer.
        :raises SourceUnreadable: it answers something else.
        """

    def items(self, start: int = 0) -> Iterator[Mapping[str, object]]:
        """Yield its contents as they are told, for who reads each apart.

        :raises SourceSilent: it does not answer.
        """

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Yield old paths and the paths they lead to."""

    def bytes_of(self, blob: Blob) -> bytes:
        """Return a file.

        :raises SourceSilent: it does not come, or not of the length it has.
        """
