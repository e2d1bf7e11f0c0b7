"""A site has its marks from the moment the profile of the kit is applied to it."""

from Acquisition import aq_parent
from communes.core.rights import storage
from typing import Any


def manage_marks(event: Any) -> None:
    """Give the site of an applied profile its marks, or take them away.

    Places that converge rely on it: without marks they change all rights at once.
    """
    profile = (event.profile_id or "").removeprefix("profile-")
    if profile == "communes.core:default":
        storage.install(aq_parent(event.tool))
    elif profile == "communes.core:uninstall":
        storage.uninstall(aq_parent(event.tool))
