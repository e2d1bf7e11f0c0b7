"""Sheets as the services tell them."""

from communes.web.sheets import api as door
from communes.web.sheets.listing import Line
from plone import api
from typing import Any


def sheet_url(uid: str) -> str:
    """Return the address of a sheet among the services."""
    return f"{api.portal.get().absolute_url()}/@web-services/{uid}"


def sheet_json(sheet: Any) -> dict[str, Any]:
    """Return a sheet, its state, its revision and what it lacks beside."""
    return {
        "@id": sheet_url(sheet.UID()),
        "page": sheet.absolute_url(),
        "state": api.content.get_state(sheet),
        "missing": list(door.missing(sheet)),
        **door.service_values(sheet),
    }


def line_json(line: Line) -> dict[str, Any]:
    """Return a service of a list, which wakes none."""
    return {
        "@id": sheet_url(line.uid),
        "id": line.uid,
        "title": line.title,
        "description": line.description,
        "page": line.url,
        "state": line.state,
        "life_events": list(line.life_events),
        "audiences": list(line.audiences),
        "online": line.online,
        "suspended": line.suspended,
    }
