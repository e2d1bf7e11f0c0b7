"""The lines of « + Nouveau »."""

from collections.abc import Sequence
from communes.core.shell.interfaces import Entry
from communes.deliberations.api import reading
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.permissions import ADD_ITEM
from communes.deliberations.permissions import ADD_MEETING


class DeliberationsEntries:
    """An item for each assembly that hears the person's service, then a meeting."""

    def __init__(self, site: object, request: object) -> None:
        self.site = site
        self.request = request

    def entries(self) -> Sequence[Entry]:
        """Return the lines this person may use, items first."""
        found = assemblies(self.site)
        return [
            *_lines(found, ADD_ITEM, "Point", "nouveau-point"),
            *_lines(found, ADD_MEETING, "Séance", "nouvelle-seance"),
        ]


def _lines(found: Sequence, permission: str, word: str, page: str) -> list[Entry]:
    return [
        Entry(f"{word} – {one.title}", f"{one.absolute_url()}/{page}")
        for one in found
        if reading.may_do(permission, one)
    ]
