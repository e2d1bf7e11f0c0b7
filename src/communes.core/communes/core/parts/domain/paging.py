"""Lists shown a page at a time: how many pages, which one is asked, their links."""

from collections.abc import Callable
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import PageLink


#: Pages offered on each side of the one that is shown.
NEAR = 2


def page_count(rows: int, size: int) -> int:
    """Return how many pages so many rows make; an empty list has one."""
    return max(1, -(-rows // size))


def asked_page(text: object, last: int) -> int:
    """Return the page an address asks for, from 1 to the last one."""
    return min(max(whole(text, 1), 1), last)


def links_around(
    here: int, last: int, link: Callable[[int], str], ends: bool = False
) -> list[PageLink]:
    """Return the links to a page and its neighbours; the page itself has none.

    :param link: the address of a page by its number.
    :param ends: offer the first and the last one too.
    """
    near = set(range(here - NEAR, here + NEAR + 1))
    wanted = near | {1, last} if ends else near
    return [
        PageLink(str(one), "" if one == here else link(one), one == here)
        for one in sorted(wanted)
        if 1 <= one <= last
    ]
