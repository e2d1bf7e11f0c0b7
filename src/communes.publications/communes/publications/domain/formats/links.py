"""The addresses of what is published; they are identifiers, and never change."""

from communes.publications.domain.formats.negotiation import Form
from communes.publications.domain.projection import Annex
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True)
class Links:
    """The addresses of one portal; ``base`` has no slash at its end."""

    base: str

    def institution(self, nis: str) -> str:
        """Return the address of an institution."""
        return f"{self.base}/{nis}"

    def assembly(self, meeting: Meeting) -> str:
        """Return the address of an assembly of an institution."""
        return f"{self.base}/{meeting.nis}/{meeting.assembly}"

    def meeting(self, meeting: Meeting) -> str:
        """Return the address of a meeting."""
        return f"{self.base}/{meeting.id}"

    def item(self, item: Item) -> str:
        """Return the address of an item: its decision, for ever."""
        return f"{self.base}/{item.id}"

    def annex(self, item: Item, annex: Annex) -> str:
        """Return the address of a public file."""
        return f"{self.item(item)}/annexes/{quote(annex.id, safe='')}"

    def person(self, meeting: Meeting, name: str) -> str:
        """Return the identifier of a mandatary named in votes."""
        return self.oparl(meeting.nis, "people", name)

    def concept(self, kind: str, value: str) -> str:
        """Return the identifier of a concept of the portal's own list."""
        return f"{self.base}/concepts#{kind}-{quote(value, safe='')}"

    def oparl(self, *parts: str) -> str:
        """Return an address of the OParl service: a list, or one object."""
        path = "/".join(quote(part, safe="/") for part in parts)
        return f"{self.base}/oparl/1.1/{path}"


def as_form(url: str, form: Form) -> str:
    """Return the address of one form of what stands at a permanent address."""
    return f"{url}.{form.value}"
