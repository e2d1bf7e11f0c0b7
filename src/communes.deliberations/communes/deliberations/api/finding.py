"""Find an item or a meeting by its UID, as the current user may."""

from communes.core.access.catalog import visible


def seen(uid: str) -> object | None:
    """Return the object of that UID, or None when the user may not see one.

    What does not exist and what is hidden look the same.
    """
    brains = visible(UID=uid)
    return brains[0].getObject() if brains else None
