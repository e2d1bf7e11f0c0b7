"""The lines of « + Nouveau »."""

from collections.abc import Sequence
from communes.core.shell.interfaces import Entry
from communes.pst.api import reading
from communes.pst.api.plan import plans
from communes.pst.i18n import _
from communes.pst.permissions import ADD_OBJECTIVE


class PstEntries:
    """A strategic objective in each plan this person keeps."""

    def __init__(self, site: object, request: object) -> None:
        self.site = site
        self.request = request

    def entries(self) -> Sequence[Entry]:
        """Return the lines this person may use."""
        return [
            Entry(
                _(
                    "entry_objective",
                    default="Objectif stratégique – ${plan}",
                    mapping={"plan": one.title},
                ),
                f"{one.absolute_url()}/nouveau?niveau=strategicobjective",
            )
            for one in plans(self.site)
            if reading.may_do(ADD_OBJECTIVE, one)
        ]
