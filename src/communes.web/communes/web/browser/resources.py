"""Where the files of the website's pages are, kept for a year by who read them."""

from communes.core.theme.interfaces import IPublicSheets
from communes.web.interfaces import IWebLayer
from functools import cache
from hashlib import sha256
from pathlib import Path
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.component import adapter
from zope.interface import implementer


_FOLDER = Path(__file__).with_name("static")


def resource(name: str) -> str:
    """Return the address of a file of ``static``; it changes when any of them does."""
    site = api.portal.get().absolute_url()
    return f"{site}/++plone++communes.web/++unique++{version()}/{name}"


@cache
def version() -> str:
    """Return a word that changes when any file of ``static`` does."""
    content = b"".join(path.read_bytes() for path in sorted(_FOLDER.iterdir()))
    return sha256(content).hexdigest()[:12]


@implementer(IPublicSheets)
@adapter(IPloneSiteRoot, IWebLayer)
class WebSheets:
    """What citizens are given with the sheets of every public page."""

    def __init__(self, site: Any, request: Any) -> None:
        self.site, self.request = site, request

    def sheets(self) -> list[Path]:
        """See ``IPublicSheets``."""
        return [_FOLDER / "web.css", _FOLDER / "dated.css"]
