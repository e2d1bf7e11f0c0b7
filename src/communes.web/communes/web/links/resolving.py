"""``resolveuid/<uid>``: an anchor that somebody followed as it is kept."""

from communes.web.links.api import addresses_now
from Products.Five.browser import BrowserView
from typing import Any
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class Resolve(BrowserView):
    """Leads to where the content is now; says nothing of what one may not see."""

    uid = ""
    rest: tuple[str, ...] = ()

    def publishTraverse(self, request: Any, name: str) -> "Resolve":  # noqa: N802
        """Take the UID, and what comes after it."""
        if self.uid:
            self.rest = (*self.rest, name)
        else:
            self.uid = name
        return self

    def __call__(self) -> str:
        known = addresses_now([self.uid] if self.uid else [])
        if self.uid not in known:
            raise NotFound(self.uid)
        asked = self.request.get("QUERY_STRING", "")
        address = "/".join((known[self.uid], *self.rest))
        self.request.response.redirect(f"{address}?{asked}" if asked else address)
        return ""
