"""The door to annexes: those a person may see, and their readers."""

from communes.core.annexes.content import IAnnex
from communes.core.annexes.rights import settle_rights_below
from Products.CMFCore.utils import getToolByName
from typing import Any


__all__ = ["annexes_of", "settle_rights_below"]


def annexes_of(matter: Any) -> list[Any]:
    """Return the catalog brains of the annexes of a matter the user may see.

    Only those: no title, file name or count of another annex is told. The order is
    the one they lie in.
    """
    catalog = getToolByName(matter, "portal_catalog")
    return list(
        catalog(
            object_provides=IAnnex.__identifier__,
            path={"query": "/".join(matter.getPhysicalPath()), "depth": 1},
            sort_on="getObjPositionInParent",
        )
    )
