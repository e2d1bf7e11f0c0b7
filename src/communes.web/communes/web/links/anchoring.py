"""An address of this site becomes the content it leads to, when a content is kept."""

from collections.abc import Iterable
from communes.core.access.catalog import object_by_uid
from communes.core.access.catalog import unrestricted
from communes.web.domain.links.anchors import addresses_in
from communes.web.domain.links.anchors import anchored
from communes.web.domain.links.anchors import below
from communes.web.domain.links.anchors import candidates
from communes.web.domain.links.anchors import read_anchor
from communes.web.links.values import addresses_of
from communes.web.links.values import change_links
from communes.web.links.values import texts_of
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
import re
from typing import Any
from zope.component import queryMultiAdapter
from zope.component import queryUtility
from zope.globalrequest import getRequest


def anchor_links(obj: Any) -> bool:
    """Keep the links of a content to others of the site as what they lead to.

    Those that lead to nothing stay as they were typed, for the list of corrections.
    Return whether any changed.
    """
    found = [*addresses_of(obj)]
    for text in texts_of(obj):
        found += addresses_in(text)
    anchors = anchors_of(obj, found)
    if not anchors:
        return False
    return change_links(obj, lambda address: anchors.get(address, address))


def anchors_of(obj: Any, addresses: Iterable[str]) -> dict[str, str]:
    """Return address -> anchor of those that lead to a content of the site."""
    paths = paths_of(obj, addresses)
    known = uids_at({one for path in paths.values() for one in candidates(path)})
    found = {address: anchored(path, known) for address, path in paths.items()}
    return {address: str(one) for address, one in found.items() if one}


def broken_of(obj: Any, addresses: Iterable[str]) -> list[str]:
    """Return the addresses that lead to nothing of this site, in their order."""
    given = list(addresses)
    anchors = {one: read_anchor(one) for one in given}
    uids = sorted({one.uid for one in anchors.values() if one})
    standing = {brain.UID for brain in unrestricted(UID=uids)} if uids else set()
    rest = [one for one in given if anchors[one] is None]
    paths = paths_of(obj, rest)
    known = uids_at({one for path in paths.values() for one in candidates(path)})
    return [
        one
        for one in given
        if (anchors[one] is not None and anchors[one].uid not in standing)
        or (one in paths and _leads_nowhere(paths[one], known))
    ]


def paths_of(obj: Any, addresses: Iterable[str]) -> dict[str, str]:
    """Return address -> path below the site, of the addresses that lead below it."""
    site = api.portal.get().absolute_url()
    page = obj.absolute_url()
    found: dict[str, str] = {}
    for address in addresses:
        if read_anchor(address) is None:
            path = below(address, page, site)
            if path is not None:
                found[address] = path
    return found


def uids_at(paths: Iterable[str]) -> dict[str, str]:
    """Return path below the site -> UID of the content that stands there."""
    root = "/".join(api.portal.get().getPhysicalPath())
    wanted = [root if path == "/" else root + path for path in sorted(paths)]
    if not wanted:
        return {}
    found = unrestricted(path={"query": wanted, "depth": 0})
    return {brain.getPath()[len(root) :] or "/": brain.UID for brain in found}


def _leads_nowhere(path: str, known: dict[str, str]) -> bool:
    if anchored(path, known) is not None:
        return False
    bare = re.split(r"[?#]", path, maxsplit=1)[0].strip("/")
    return bool(bare) and not (_is_page(bare, known) or _led_elsewhere(bare))


def _is_page(bare: str, known: dict[str, str]) -> bool:
    """Tell whether a path is a page of a content: a search, a feed, a form."""
    site = api.portal.get()
    above = next((one for one in candidates(f"/{bare}") if one in known), "")
    rest = f"/{bare}"[len(above) :].strip("/")
    place = object_by_uid(known[above]) if above else site
    name = rest.partition("/")[0].removeprefix("@@")
    found = queryMultiAdapter((place, getRequest()), name=name)
    return found is not None or name.startswith("++")


def _led_elsewhere(bare: str) -> bool:
    """Tell whether what stood at a path was moved: its address still leads there."""
    kept = queryUtility(IRedirectionStorage)
    root = "/".join(api.portal.get().getPhysicalPath())
    return kept is not None and kept.has_path(f"{root}/{bare}")
