"""Pages for those who keep something, away from what citizens read."""

from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from typing import Any


class KeeperPage(BrowserView):
    """Set ``template``; nothing on the way keeps a copy of the page."""

    template: Any = None
    wants_patterns = False

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return str(self.template())

    @cached_property
    def site(self) -> Any:
        return api.portal.get()

    @property
    def page_title(self) -> str:
        return str(self.context.title)

    @property
    def url(self) -> str:
        return str(self.context.absolute_url())
