"""What of the site anybody may read: its addresses, as the catalogue knows them."""

from communes.core.access.catalog import unrestricted
from communes.core.rights.api import pending_places
from communes.core.rights.domain import is_below
from communes.web.domain.states import WebState
from dataclasses import dataclass
from DateTime import DateTime
from datetime import datetime
from datetime import UTC
from plone import api
from typing import Any


#: What stands inside something else is told by it.
TYPES = tuple(
    f"communes.web.{name}"
    for name in (
        "Agenda", "Album", "ContactForm", "Directory", "Entry", "Event", "Folder",
        "News", "Newsletter", "NewsFolder", "Page", "Service",
    )
)  # fmt: skip
#: What the plan of the site shows: the rest has lists of its own.
PLAN_TYPES = tuple(
    f"communes.web.{name}"
    for name in (
        "Agenda", "ContactForm", "Directory", "Folder", "Newsletter", "NewsFolder",
        "Page",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Address:
    """One page that anybody may read; ``path`` is below the site."""

    url: str
    path: str
    title: str
    kind: str
    modified: datetime


def public_addresses(types: tuple[str, ...] = TYPES) -> list[Address]:
    """Return what anybody may read now, whoever asks, by path.

    Below a place whose rights are being changed nothing is told: the next map will.
    """
    site = api.portal.get()
    found = unrestricted(
        portal_type=types,
        review_state=WebState.PUBLISHED.value,
        allowedRolesAndUsers="Anonymous",
        effectiveRange=DateTime(),
    )
    pending = pending_places(site)
    root = "/".join(site.getPhysicalPath())
    told = [
        _address(one, root) for one in found if not is_below(one.getPath(), pending)
    ]
    return sorted(told, key=lambda one: one.path)


def _address(brain: Any, root: str) -> Address:
    moment = brain.modified.asdatetime().astimezone(UTC).replace(microsecond=0)
    path = brain.getPath()[len(root) + 1 :]
    kind = brain.portal_type.rpartition(".")[2]
    return Address(brain.getURL(), path, brain.Title, kind, moment)
