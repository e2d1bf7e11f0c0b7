"""Entries as the services of the directory tell them."""

from communes.web.directory import api as door
from communes.web.directory.listing import Line
from communes.web.domain.reading import tell
from plone import api
from typing import Any


def entry_url(directory: Any, uid: str) -> str:
    """Return the address of an entry among the services."""
    return f"{directory.absolute_url()}/@web-entries/{uid}"


def entry_json(directory: Any, entry: Any) -> dict[str, Any]:
    """Return the public part of an entry, its state and revision beside."""
    return {
        "@id": entry_url(directory, entry.UID()),
        "page": entry.absolute_url(),
        "state": api.content.get_state(entry),
        **door.entry_values(entry),
    }


def line_json(directory: Any, line: Line) -> dict[str, Any]:
    """Return an entry of a list, which wakes none."""
    found = tell(line.record)
    del found["private"]
    return {
        "@id": entry_url(directory, line.uid),
        "page": line.url,
        "state": line.state,
        **found,
    }
