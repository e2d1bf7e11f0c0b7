"""The door of the pages for citizens: names by which a proxy forgets them.

``COMMUNES_PROXIES`` names the addresses of the proxies in front of the public sites,
with spaces between them; without it nobody is asked to forget.
"""

from collections.abc import Iterable
from communes.core.jobs.api import intend
from communes.core.public.domain import line_of_tags
from communes.core.public.interfaces import IPublicFrame
import os
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.component import queryMultiAdapter


PROXIES = "COMMUNES_PROXIES"
#: The intent that has the proxies forget what carries a tag; the tag is its key.
FORGET = "core.public.forget"


def mark(response: Any, tags: Iterable[str]) -> None:
    """Name what a proxy forgets an answer with, beside what it says of itself."""
    response.setHeader("Surrogate-Key", line_of_tags(tags))


def forget(tags: Iterable[str]) -> None:
    """Have the proxies forget, after the commit, every answer that carries a tag.

    For what must not be read any longer: it does not wait for ``s-maxage``. The worker
    asks them, and asks again as long as one is silent; nobody waits for it.
    """
    if proxies():
        for tag in set(tags):
            intend(FORGET, tag, {})


def proxies() -> tuple[str, ...]:
    """Return the addresses of the proxies in front of the public sites."""
    return tuple(os.environ.get(PROXIES, "").split())


def change_counter(site: Any) -> int:
    """Return a number that grows with every change of anything that is listed."""
    return int(getToolByName(site, "portal_catalog").getCounter())


def frame_maker(context: Any, request: Any) -> Any | None:
    """Return who makes the frame of a page (``IPublicFrame``); None on a bare site."""
    return queryMultiAdapter((context, request), IPublicFrame)
