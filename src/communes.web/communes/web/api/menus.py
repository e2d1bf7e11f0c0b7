"""The ways through the site: its menu, or that of the sub-site a page stands in."""

from communes.core.public.keeping import kept
from communes.web.domain.showing import shared_url
from communes.web.storage.branches import branch_around
from communes.web.storage.children import picture_in
from communes.web.storage.leading import plain
from communes.web.storage.menu import Line
from communes.web.storage.menu import menu_of
from communes.web.storage.settings import settings_of
from dataclasses import dataclass
from plone import api
from typing import Any


@dataclass(frozen=True)
class Branch:
    """A sub-site or mini-site as its pages show it.

    ``colour`` and ``logo`` (an address) are those of a mini-site, else empty.
    """

    title: str
    url: str
    uid: str
    mini: bool
    colour: str = ""
    logo: str = ""


def menu(obj: Any) -> tuple[Line, ...]:
    """Return the menu of the pages around a content, with one query at the most.

    Only what is published and may be seen; two levels, or as many as the site says.
    """
    site = api.portal.get()
    root = branch_around(obj) or site
    depth = settings_of(site).menu_depth
    name = ("web.menu", root.getPhysicalPath(), depth)
    return kept(site, name, lambda: menu_of(root, depth))


def branch(obj: Any) -> Branch | None:
    """Return the sub-site a content stands in; None on the site itself."""
    folder = branch_around(obj)
    if folder is None:
        return None
    mini = folder.site == "minisite"
    url = folder.absolute_url()
    logo = picture_in(folder, folder.site_logo) if mini else None
    return Branch(
        folder.title,
        url,
        folder.UID(),
        mini,
        folder.site_colour if mini else "",
        shared_url(logo.absolute_url(), plain(logo)) if logo is not None else "",
    )
