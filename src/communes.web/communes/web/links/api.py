"""The door to links: what contents lead to, and where that is now."""

from collections.abc import Iterable
from communes.core.access.catalog import visible
from communes.web.domain.links.anchors import read_anchor
from communes.web.domain.links.anchors import shown
from communes.web.domain.links.anchors import uids_in
from communes.web.links.anchoring import anchor_links
from communes.web.links.values import led_to


__all__ = ["address_of", "addresses_now", "anchor_links", "led_to", "with_addresses"]


def addresses_now(uids: Iterable[str]) -> dict[str, str]:
    """Return UID -> address of the contents that the current user may see."""
    wanted = sorted(set(uids))
    if not wanted:
        return {}
    return {brain.UID: brain.getURL() for brain in visible(UID=wanted)}


def with_addresses(html: str) -> str:
    """Return a text with its links as addresses; for feeds, programs and letters.

    Pages need not ask: their answer is changed as it leaves.
    """
    return shown(html, addresses_now(uids_in(html)))


def address_of(link: str) -> str:
    """Return a link as the address it has now; itself when it leads elsewhere."""
    one = read_anchor(link)
    known = addresses_now([one.uid]) if one else {}
    return f"{known[one.uid]}{one.rest}" if one and one.uid in known else link
