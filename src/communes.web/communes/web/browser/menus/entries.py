"""The menu in the head of the public pages."""

from communes.core.shell.interfaces import Entry
from communes.core.shell.interfaces import IPublicEntries
from communes.web.api.menus import Line
from communes.web.api.menus import menu
from communes.web.interfaces import IWebLayer
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(IPublicEntries)
@adapter(IPloneSiteRoot, IWebLayer)
class WebEntries:
    """The branches of the site, before what other solutions add."""

    def __init__(self, site: Any, request: Any) -> None:
        self.site = site
        self.request = request

    def entries(self) -> list[Entry]:
        """See ``IPublicEntries``."""
        here = self.request.get("ACTUAL_URL", "").rstrip("/")
        return entries(self.site, here)


def entries(obj: Any, here: str) -> list[Entry]:
    """Return the menu around a content as lines, the one one is in marked."""
    return [_entry(one, here) for one in menu(obj)]


def _entry(line: Line, here: str) -> Entry:
    inside = f"{here}/".startswith(f"{line.url}/")
    children = tuple(_entry(one, here) for one in line.children)
    return Entry(line.title, line.url, current=inside, children=children)
