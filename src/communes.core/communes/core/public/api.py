"""The door of the pages for citizens: names by which a proxy forgets them."""

from collections.abc import Iterable
from communes.core.public.domain import line_of_tags
from communes.core.public.interfaces import IPublicFrame
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.component import queryMultiAdapter


def mark(response: Any, tags: Iterable[str]) -> None:
    """Name what a proxy forgets an answer with, beside what it says of itself."""
    response.setHeader("Surrogate-Key", line_of_tags(tags))


def change_counter(site: Any) -> int:
    """Return a number that grows with every change of anything that is listed."""
    return int(getToolByName(site, "portal_catalog").getCounter())


def frame_maker(context: Any, request: Any) -> Any | None:
    """Return who makes the frame of a page (``IPublicFrame``); None on a bare site."""
    return queryMultiAdapter((context, request), IPublicFrame)
