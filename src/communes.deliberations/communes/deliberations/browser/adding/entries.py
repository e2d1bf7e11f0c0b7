"""The lines of « + Nouveau »."""

from collections.abc import Sequence
from communes.core.shell.interfaces import Entry
from communes.deliberations.api import reading
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.i18n import _
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
            *(_item(one) for one in found if reading.may_do(ADD_ITEM, one)),
            *(_meeting(one) for one in found if reading.may_do(ADD_MEETING, one)),
        ]


def _item(assembly: object) -> Entry:
    said = _(
        "entry_item",
        default="Point – ${assembly}",
        mapping={"assembly": assembly.title},
    )
    return Entry(said, f"{assembly.absolute_url()}/nouveau-point")


def _meeting(assembly: object) -> Entry:
    said = _(
        "entry_meeting",
        default="Séance – ${assembly}",
        mapping={"assembly": assembly.title},
    )
    return Entry(said, f"{assembly.absolute_url()}/nouvelle-seance")
