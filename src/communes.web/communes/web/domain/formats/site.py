"""The site that speaks, as every format names it."""

from dataclasses import dataclass
from urllib.parse import quote
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Site:
    """A commune's website; ``base`` has no slash at its end.

    ``nis`` names the territory; ``mail`` is where questions about the data go.
    """

    base: str
    name: str
    nis: str = ""
    mail: str = ""

    @property
    def host(self) -> str:
        """The name of the host, which marks identifiers as ours."""
        return urlsplit(self.base).hostname or "localhost"

    @property
    def publisher(self) -> str:
        """The identifier of the commune."""
        return f"{self.base}#commune"

    def url(self, kind: str, id: str = "") -> str:
        """Return the permanent address of a list, or of one of its things."""
        path = f"{self.base}/{kind}"
        return f"{path}/{quote(id, safe='')}" if id else path
