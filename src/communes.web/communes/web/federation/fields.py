"""What is shared, as the values our own contents are written with."""

from collections.abc import Mapping
from communes.core.formats.domain.plain import plain
from communes.web.domain.federation.documents import only
from communes.web.domain.federation.messages import SCHEMAS
from communes.web.storage.settings import settings_of
from plone import api
from typing import Any


_SAME = (
    "title", "kind", "whole_day", "status", "location", "online_url", "contact",
    "ticket_url", "free", "wheelchair", "rule", "excluded", "added",
)  # fmt: skip
_ADDRESS = ("street", "number", "postcode", "town")
_PLACE = ("latitude", "longitude")


def values_of(
    name: str, document: Mapping[str, Any], summary: str = "", url: str = ""
) -> dict[str, Any]:
    """Return the values of a content of ours for what another commune tells.

    :param document: what a message of that kind holds.
    :param summary: the sentence lists show; ``url``: where more is said.

    Themes and audiences that are not used here are left out.
    """
    given = only(SCHEMAS[name], document)
    if name == "entry":
        # Themes of another directory's tree say nothing in ours.
        return _without(given, "modified", "categories")
    known = {
        "categories": _known("categories", given.get("categories", ())),
        "title": given["title"],
    }
    if name == "news":
        return {
            **known,
            "description": plain(given.get("summary", ""))[:600],
            "text": given.get("text", ""),
            "link": url,
        }
    return {**known, **_event(given, summary)}


def _event(given: Mapping[str, Any], summary: str) -> dict[str, Any]:
    address, place = given.get("address") or {}, given.get("place") or {}
    return {
        **{name: given[name] for name in _SAME if name in given},
        **{name: address.get(name, "") for name in _ADDRESS},
        **{name: place.get(name) for name in _PLACE},
        "event_starts": given["starts"],
        "event_ends": given.get("ends"),
        "audiences": _known("audiences", given.get("audiences", ())),
        "description": summary,
        "text": given.get("description", ""),
    }


def _known(name: str, ids: Any) -> tuple[str, ...]:
    settings = settings_of(api.portal.get())
    known = {one.id for one in getattr(settings, name)}
    return tuple(one for one in ids if one in known)


def _without(given: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: one for name, one in given.items() if name not in names}
