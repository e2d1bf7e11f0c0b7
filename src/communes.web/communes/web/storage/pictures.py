"""The pictures right in a content, in the order they are shown."""

from communes.web.content.picture import IPicture
from typing import Any


def pictures_in(holder: Any) -> list[IPicture]:
    """Return the pictures of a content, in their order."""
    found = [one for one in holder.objectValues() if IPicture.providedBy(one)]
    return sorted(found, key=lambda one: (one.position, one.getId()))
