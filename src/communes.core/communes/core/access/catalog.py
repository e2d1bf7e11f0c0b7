"""Two ways to ask the catalogue: as the current user, or as the rules themselves."""

from communes.core.rights import api as rights
from plone import api
from typing import Any


def unrestricted(**query: Any) -> list[Any]:
    """Return every entry that matches, whoever asks.

    For the rules (numbers, uniqueness, rights), never for what a page shows.
    """
    return list(
        api.portal.get_tool("portal_catalog").unrestrictedSearchResults(**query)
    )


def visible(**query: Any) -> list[Any]:
    """Return the entries that match and that the current user may see.

    Below a place whose rights were just changed the objects themselves are asked.
    """
    found = api.portal.get_tool("portal_catalog").searchResults(**query)
    return list(rights.visible(api.portal.get(), found))


def object_by_uid(uid: str) -> Any | None:
    """Return the object of that UID whoever asks, or None when there is none."""
    brains = unrestricted(UID=uid)
    return brains[0]._unrestrictedGetObject() if brains else None


def is_visible(uid: str) -> bool:
    """Return whether the current user may see the object of that UID."""
    return bool(visible(UID=uid))
