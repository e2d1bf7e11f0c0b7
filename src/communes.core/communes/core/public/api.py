"""The door of the pages for citizens: names by which a proxy forgets them."""

from collections.abc import Iterable
from communes.core.public.domain import line_of_tags
from Products.CMFCore.utils import getToolByName
from typing import Any


def mark(response: Any, tags: Iterable[str]) -> None:
    """Name what a proxy forgets an answer with, beside what it says of itself."""
    response.setHeader("Surrogate-Key", line_of_tags(tags))


def change_counter(site: Any) -> int:
    """Return a number that grows with every change of anything that is listed."""
    return int(getToolByName(site, "portal_catalog").getCounter())
