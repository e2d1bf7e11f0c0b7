"""What stands behind a permanent address, for whoever asks."""

from communes.core.access.catalog import visible
from typing import Any


def standing(portal_type: str, uid: str) -> Any | None:
    """Return the content of a type and UID that the current user may see, or None."""
    found = visible(UID=uid, portal_type=portal_type) if uid else []
    return found[0].getObject() if found else None
