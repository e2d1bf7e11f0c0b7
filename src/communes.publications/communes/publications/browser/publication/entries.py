"""The lines of « + Nouveau » for who makes publications."""

from communes.core.shell.interfaces import Entry
from communes.publications.api.publication import written_for
from communes.publications.i18n import _


class PublicationEntries:
    """A regulation or a notice, for each institution the person writes for."""

    def __init__(self, site: object, request: object) -> None:
        self.site = site
        self.request = request

    def entries(self) -> list[Entry]:
        """Return the lines this person may use."""
        return [_entry(one) for one in written_for(self.site)]


def _entry(institution: object) -> Entry:
    mapping = {"institution": institution.title}
    said = _("entry_publication", default="Règlement ou avis – ${institution}",
             mapping=mapping)  # fmt: skip
    return Entry(said, f"{institution.absolute_url()}/publications/nouvelle")
