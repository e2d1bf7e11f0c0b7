"""The door to the map of the site, for people and for machines."""

from communes.core.access.catalog import visible
from communes.web.storage.public_map import Address
from communes.web.storage.public_map import PLAN_TYPES
from communes.web.storage.public_map import public_addresses
from dataclasses import dataclass
from plone import api
from typing import Any


@dataclass(frozen=True)
class Branch:
    """A place of the plan and what is below it."""

    title: str
    url: str
    below: tuple["Branch", ...] = ()


def addresses() -> list[Address]:
    """Return every address anybody may read now, whoever asks."""
    return public_addresses()


def plan() -> tuple[Branch, ...]:
    """Return the pages the current user may see as a tree, with one query.

    In the order of the site; what stands in a place one may not see is not told.
    """
    site = api.portal.get()
    root = "/".join(site.getPhysicalPath())
    found = visible(
        portal_type=PLAN_TYPES,
        path=root,
        review_state="published",
        sort_on="getObjPositionInParent",
    )
    below: dict[str, list[Any]] = {}
    for brain in found:
        below.setdefault(brain.getPath().rpartition("/")[0], []).append(brain)
    return tuple(_branch(one, below) for one in below.get(root, ()))


def _branch(brain: Any, below: dict[str, list[Any]]) -> Branch:
    inner = below.get(brain.getPath(), ())
    return Branch(brain.Title, brain.getURL(), tuple(_branch(x, below) for x in inner))
