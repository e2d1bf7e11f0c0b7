"""The door to what feeds an agenda or a folder of news."""

from communes.core.access.catalog import visible
from typing import Any


def branches_beside(branch: Any) -> dict[str, str]:
    """Return UID -> title of the other branches of its kind the user sees."""
    own = branch.UID()
    found = visible(portal_type=branch.portal_type, sort_on="sortable_title")
    return {one.UID: one.Title for one in found if one.UID != own}
