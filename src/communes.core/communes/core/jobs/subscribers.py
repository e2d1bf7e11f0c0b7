"""A site has a queue from the moment the profile of the kit is applied to it."""

from Acquisition import aq_parent
from communes.core.jobs import storage
from typing import Any


def manage_queue(event: Any) -> None:
    """Give the site of an applied profile its queue, or take it away.

    The workers rely on it: they only know the sites announced here.
    """
    profile = (event.profile_id or "").removeprefix("profile-")
    if profile == "communes.core:default":
        storage.install(aq_parent(event.tool))
    elif profile == "communes.core:uninstall":
        storage.uninstall(aq_parent(event.tool))
